import type { Book, Outflow } from './book/book.ts';

/** What went through a material: in from what it was made of, grown, lost, gone otherwise, and what it holds. */
export interface MaterialFlow {
  /** Undefined where it went into a pool: of which part is whose the book does not say. */
  readonly began: number | undefined;
  readonly grown: number;
  readonly lost: number;
  /** Sampled, retained, discarded, infused. */
  readonly gone: number;
  /** Undefined before it was counted. */
  readonly held: number | undefined;
}

/** The flow of every material of a book. */
export function flowsOf({ materials, inflows, outflows }: Book): ReadonlyMap<string, MaterialFlow> {
  const sums = (values: readonly { readonly material: string; readonly cells: number }[]) => {
    const by = new Map<string, number>();
    for (const { material, cells } of values) by.set(material, (by.get(material) ?? 0) + cells);
    return by;
  };
  const out = (isMeant: (what: Outflow['what']) => boolean) => sums(outflows.filter(({ what }) => isMeant(what)));
  const [grown, lost, gone] = [sums(inflows), out((what) => what === 'lost'), out((what) => what !== 'lost')];
  const flows = new Map<string, MaterialFlow>();
  const passed = new Map<string, number | undefined>();
  // children stand after their parents
  for (const { id, cells, parents } of [...materials.values()].reverse()) {
    const given = passed.has(id) ? passed.get(id) : 0;
    const left = (lost.get(id) ?? 0) + (gone.get(id) ?? 0) - (grown.get(id) ?? 0);
    const before = given === undefined ? undefined : (cells ?? 0) + given + left;
    // what was made of nothing in the book came in: it did not grow
    const isFirst = parents.length === 0;
    const began = isFirst && before !== undefined ? before + (grown.get(id) ?? 0) : before;
    flows.set(id, { began, grown: isFirst ? 0 : (grown.get(id) ?? 0), lost: lost.get(id) ?? 0, gone: gone.get(id) ?? 0, held: cells });
    const [parent] = parents;
    if (parents.length === 1 && parent !== undefined) {
      const before = passed.has(parent) ? passed.get(parent) : 0;
      passed.set(parent, before === undefined || began === undefined ? undefined : before + began);
    } else for (const one of parents) passed.set(one, undefined);
  }
  return flows;
}
