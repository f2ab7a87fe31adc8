import { z } from 'zod';
import type { Cell } from './csv-line.js';

/** Where a column's value stands in an item: `['leadTime', 'p50']`, named `leadTime.p50`. */
export type ColumnPath = readonly string[];

/**
 * The columns of what a schema describes, in its order: one for each value, however deep, and for the
 * things of a list one for each of their values.
 */
export function columnsOf(schema: z.ZodType, path: ColumnPath = []): readonly ColumnPath[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return columnsOf(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodArray) return columnsOf(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodUnion) {
    const ofEach = (schema.options as readonly z.ZodType[]).flatMap((one) => columnsOf(one, path));
    return [...new Map(ofEach.map((column) => [columnName(column), column])).values()];
  }
  if (!(schema instanceof z.ZodObject)) return [path];
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(shape).flatMap(([key, value]) => columnsOf(value, [...path, key]));
}

export function columnName(path: ColumnPath): string {
  return path.join('.');
}

/**
 * What an item has in a column. The values of a list are joined by `; `, one for each of its things:
 * what one of them lacks stays empty, so that several columns of one list can be read side by side.
 */
export function cellAt(item: unknown, path: ColumnPath): Cell {
  if (Array.isArray(item)) {
    return item.length === 0 ? null : item.map((one) => cellAt(one, path) ?? '').join('; ');
  }
  const [key, ...rest] = path;
  if (key === undefined) return (item as Cell | undefined) ?? null;
  return cellAt((item as Readonly<Record<string, unknown>> | null | undefined)?.[key], rest);
}
