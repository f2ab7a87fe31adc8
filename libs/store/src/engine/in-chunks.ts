/**
 * The most text one query's list may hold: ClickHouse refuses a form field over 128 KiB
 * (`http_max_field_value_size`), and characters outside ASCII take more than one byte.
 */
const CHARACTERS_A_QUERY = 60_000;

/** Asks for many things in queries of a size the server takes, and puts the rows together. */
export async function inChunks<Row>(
  items: readonly string[],
  ask: (chunk: string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf(items)) for (const row of await ask(chunk)) rows.push(row);
  return rows;
}

function* chunksOf(items: readonly string[]): Generator<string[]> {
  let chunk: string[] = [];
  let characters = 0;
  for (const item of items) {
    if (chunk.length > 0 && characters + item.length > CHARACTERS_A_QUERY) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(item);
    characters += item.length + '"",'.length;
  }
  if (chunk.length > 0) yield chunk;
}
