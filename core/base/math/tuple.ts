/** A tuple mapped item by item is a tuple of the same length: `map` alone forgets it. */
export const mapTuple = <const Items extends readonly unknown[], To>(
  items: Items,
  to: (item: Items[number], index: number) => To,
): { readonly [I in keyof Items]: To } => items.map(to) as unknown as { readonly [I in keyof Items]: To };
