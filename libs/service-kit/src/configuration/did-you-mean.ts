/**
 * A hint that names the candidate a misspelt word was most likely meant to be,
 * or lists the candidates when none is near. `undefined` if there are none to name.
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const nearest = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .reduce((best, next) => (next.distance < best.distance ? next : best));
  // A third of the letters may be wrong; beyond that a guess misleads more than it helps.
  const tolerance = Math.max(1, Math.floor(Math.max(word.length, nearest.candidate.length) / 3));
  return nearest.distance <= tolerance
    ? `did you mean "${nearest.candidate}"?`
    : `possible here: ${candidates.join(', ')}`;
}

/** How many letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
export function editDistance(left: string, right: string): number {
  const a = Array.from(left.toLowerCase());
  const b = Array.from(right.toLowerCase());
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const shortest = Math.min(replaced, at(previous, column) + 1, at(current, column - 1) + 1);
      const swaps = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(swaps ? Math.min(shortest, at(beforePrevious, column - 2) + 1) : shortest);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

/** A cell outside the table is never on the shortest way. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
