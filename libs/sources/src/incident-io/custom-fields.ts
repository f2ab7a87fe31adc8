import { z } from 'zod';

/** A field that the account made itself, with one value or several, of a kind for each type of field. */
export const customField = z.object({
  custom_field: z.object({ name: z.string() }),
  values: z
    .array(
      z.object({
        value_catalog_entry: z.object({ name: z.string().nullish() }).nullish(),
        value_option: z.object({ value: z.string().nullish() }).nullish(),
        value_text: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** What is chosen or written in it, in words. */
export function valuesOf({ values }: z.output<typeof customField>): string[] {
  return (values ?? []).flatMap(
    ({ value_catalog_entry: entry, value_option: option, value_text: text }) =>
      [entry?.name, option?.value, text].find(Boolean) ?? [],
  );
}
