/** The schema cannot be brought to what this version needs; the message says why and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
