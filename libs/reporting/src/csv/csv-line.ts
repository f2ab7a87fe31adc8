export type Cell = string | number | boolean | null;

/** A line of CSV (RFC 4180) in which no cell can run as a formula. What is not known is empty. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Where a spreadsheet would see a formula: behind `=`, `+`, `-` or `@`, in full width too (OWASP, "CSV
 * Injection"). It may trim what it does not show before that, and where it is set to another separator
 * than the comma, a cell begins behind each semicolon, tab or line break of ours, quoted or not.
 */
const FORMULA = /(^|[;\t\r\n])(?=(?:(?![\t\r\n])[\p{Cc}\p{Cf}\p{Z}"])*[=+\-@＝＋－＠])/gu;

/** OWASP and ASVS name these at the beginning of a cell whatever follows. */
const CONTROL = /^(?=[\0\t\r\n])/u;

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A spreadsheet takes what follows an apostrophe as text.
  const text = value.replaceAll(FORMULA, "$1'").replace(CONTROL, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
