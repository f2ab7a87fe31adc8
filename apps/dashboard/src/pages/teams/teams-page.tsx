export function TeamsPage() {
  return <h1>Teams</h1>;
}
