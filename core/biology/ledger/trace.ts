import { type Book, type Material, refuse } from './book/book.ts';
import { readLabel } from './book/label.ts';

/** A material in a tree, with what it came from or what became of it. */
export interface Traced {
  readonly material: Material;
  readonly next: readonly Traced[];
}

/** Where a material came from, and what became of it. Throws `material-unknown`. */
export function traceOf(book: Book, id: string): { readonly back: Traced; readonly forward: Traced } {
  const material = book.materials.get(id) ?? refuse('material-unknown', unknown, { material: id }, 'material');
  const children = new Map<string, Material[]>();
  for (const one of book.materials.values()) for (const parent of one.parents) children.set(parent, [...(children.get(parent) ?? []), one]);
  const back = (of: Material): Traced => ({
    material: of,
    next: of.parents.flatMap((parent) => book.materials.get(parent) ?? []).map(back),
  });
  const forward = (of: Material): Traced => ({ material: of, next: (children.get(of.id) ?? []).map(forward) });
  return { back: back(material), forward: forward(material) };
}

const unknown = { en: 'There is no material "{material}".', ja: '「{material}」は台帳にありません。' };

/** Bags as they were counted, one a line or set apart by commas; what a reader gave of a label counts as its bag. */
export function countedBags(written: string): readonly string[] {
  const lines = written
    .split(/[\n,、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(lines.map((line) => (line.includes('|') ? readLabel(line).id : line)))];
}

/** Bags by the book against those that were counted in the freezer. */
export function reconcile(book: Book, lot: string, counted: readonly string[]) {
  const held = [...book.materials.values()].filter(
    (material) => material.lot === lot && material.isFrozen && !['discarded', 'retained', 'used-up'].includes(material.state),
  );
  const ids = new Set(held.map(({ id }) => id));
  return {
    onHand: held.map(({ id, state, location }) => ({ id, state, location })),
    missing: held.filter(({ id }) => !counted.includes(id)).map(({ id }) => id),
    unexpected: counted.filter((id) => !ids.has(id)),
  };
}
