/**
 * Reads CSV as strictly as RFC 4180 describes it: lines end in CR LF, the last one too; quotes only around a
 * whole cell or doubled inside of a quoted one; as many cells in every line.
 */
export function parseCsv(text: string): readonly ReadonlyMap<string, string>[] {
  const lines: string[][] = [];
  let rest = text;
  while (rest !== '') {
    const cells: string[] = [];
    let end: string | undefined;
    do {
      const [whole = '', quoted, plain = '', separator] =
        /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
      if (whole === '') throw new Error(`no cell begins with ${JSON.stringify(rest.slice(0, 40))}`);
      cells.push(quoted?.replaceAll('""', '"') ?? plain);
      end = separator;
      rest = rest.slice(whole.length);
    } while (end === ',');
    lines.push(cells);
  }
  const [head = [], ...items] = lines;
  return items.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${cells.length} cells of ${head.length}`);
    return new Map(head.map((name, index) => [name, cells[index] ?? '']));
  });
}
