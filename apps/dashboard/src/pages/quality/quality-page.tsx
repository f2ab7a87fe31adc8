export function QualityPage() {
  return <h1>Data quality</h1>;
}
