import { canonicalJson } from '../../../base/chain/canonical-json.ts';
import type { FromTo } from './change.ts';

/** Whether two things say the same, whatever the order of their keys; what states share is not walked. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));

/** Things of two lists that have the same name, those that are the very same left out. */
export function paired<T>(was: readonly T[], is: readonly T[], nameOf: (item: T) => string): readonly FromTo<T>[] {
  const [old, now] = [new Map(was.map((item) => [nameOf(item), item])), new Map(is.map((item) => [nameOf(item), item]))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ before: old.get(name), after: now.get(name) }))
    .filter(({ before, after }) => before !== after);
}

/** Entries of two objects that differ. */
export function keyed<T>(
  was: { readonly [key: string]: T },
  is: { readonly [key: string]: T },
): readonly ({ readonly key: string } & FromTo<T>)[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => !isSame(was[key], is[key]))
    .map((key) => ({ key, before: was[key], after: is[key] }));
}

export const differing = <T>(before: T, after: T): readonly FromTo<T>[] => (isSame(before, after) ? [] : [{ before, after }]);
