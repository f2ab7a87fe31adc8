export function AlertsPage() {
  return <h1>What is wrong</h1>;
}
