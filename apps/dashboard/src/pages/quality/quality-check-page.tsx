export function QualityCheckPage() {
  return <h1>Check</h1>;
}
