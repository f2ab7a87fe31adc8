import { z } from 'zod';

/** The keys a schema knows at a path, for a hint about one it does not know; empty where any key may stand. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const step = path[0];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return knownKeys(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodPipe) {
    // A preprocessed value has its shape on the way out, a transformed one on the way in.
    const side = schema.in instanceof z.ZodTransform ? schema.out : schema.in;
    return knownKeys(side as z.ZodType, path);
  }
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape);
    const field: unknown = (schema.shape as Record<PropertyKey, unknown>)[step];
    return field instanceof z.ZodType ? knownKeys(field, path.slice(1)) : [];
  }
  if (step === undefined) return [];
  if (schema instanceof z.ZodRecord) {
    return knownKeys(schema.valueType as z.ZodType, path.slice(1));
  }
  if (schema instanceof z.ZodArray) {
    return knownKeys(schema.element as z.ZodType, path.slice(1));
  }
  return [];
}
