import type { Book } from './book.ts';

/** The lots whose cells a material holds: its own, and those of everything that went into it. */
export function lotsWithin({ materials }: Pick<Book, 'materials'>, id: string): ReadonlySet<string> {
  const lots = new Set<string>();
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const material = materials.get(next);
    if (material === undefined || seen.has(next)) continue;
    seen.add(next);
    lots.add(material.lot);
    open.push(...material.parents);
  }
  return lots;
}
