import { LRUCache } from 'lru-cache';
import { leadingKeyword, placeholders, splitStatements } from '../sql-lexer.js';

/** What the engine must know of a statement before it runs it. */
export interface StatementShape {
  readonly isSingle: boolean;
  /** Streamable: the engine streams SELECTs and nothing else. */
  readonly isSelect: boolean;
  /** Any other kind may change the session itself (SET, USE, CREATE TEMPORARY TABLE), which then must not be used again. */
  readonly leavesSessionAlone: boolean;
  /** Names of the `{name:Type}` placeholders that need a value now; a parameterised view's get theirs later. */
  readonly placeholders: readonly string[];
}

/** The declared queries come again and again, and reading one takes as long as a small query does. */
const shapes = new LRUCache<string, StatementShape>({
  max: 500,
  maxSize: 4_000_000,
  sizeCalculation: (_, sql) => sql.length + 1,
});

export function shapeOf(sql: string): StatementShape {
  const known = shapes.get(sql);
  if (known) return known;
  const keyword = leadingKeyword(sql);
  const isSelect = keyword === 'SELECT' || keyword === 'WITH';
  const shape = {
    isSingle: splitStatements(sql).length <= 1,
    isSelect,
    leavesSessionAlone: isSelect || keyword === 'INSERT',
    placeholders: keyword === 'CREATE' ? [] : placeholders(sql),
  };
  shapes.set(sql, shape);
  return shape;
}
