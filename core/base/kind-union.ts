import * as z from 'zod';

/** The schemas of a registry's records as one, told apart by `kind`. */
export function kindUnion<T>(records: { readonly [kind: string]: { readonly schema: z.ZodType<T> } }): z.ZodType<T> {
  const schemas = Object.values(records).map(({ schema }) => schema);
  return z.discriminatedUnion('kind', schemas as unknown as [z.core.$ZodTypeDiscriminable]) as unknown as z.ZodType<T>;
}
