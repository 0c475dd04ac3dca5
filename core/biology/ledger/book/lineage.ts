import type { Book } from './book.ts';

/** The lots whose cells a material holds: its own, and those of everything that went into it. */
export const lotsWithin = (book: Pick<Book, 'materials'>, id: string): ReadonlySet<string> =>
  new Set([...lineOf(book, id)].flatMap((one) => book.materials.get(one)?.lot ?? []));

/** A material and all that went into it. */
export function lineOf({ materials }: Pick<Book, 'materials'>, id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const material = materials.get(next);
    if (material === undefined || seen.has(next)) continue;
    seen.add(next);
    open.push(...material.parents);
  }
  return seen;
}
