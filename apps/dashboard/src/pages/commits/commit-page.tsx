export function CommitPage() {
  return <h1>Commit</h1>;
}
