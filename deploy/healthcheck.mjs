/* Whether the service in this container can accept and answer: exit 0, or 1 with the reason. */
const port = process.env.THROUGHLINE_PORT ?? '4680';

try {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
    signal: AbortSignal.timeout(4000),
  });
  if (!answer.ok) {
    console.error(`${answer.status} ${await answer.text()}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`no answer on port ${port}: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
