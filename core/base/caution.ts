import type { Finding } from './finding.ts';

/**
 * Why a population is unsure however well its gate stands: channels without compensation, values that make no sense, a gate above it that the
 * sample cannot have. Its sentence is that of the finding of this code.
 */
export interface Caution extends Finding {
  readonly light: 'amber' | 'red';
}

/** Each caution once, in order. */
export function joinCautions(...lists: readonly (readonly Caution[] | undefined)[]): readonly Caution[] {
  const known = new Map<string, Caution>();
  for (const caution of lists.flatMap((list) => list ?? [])) {
    const key = JSON.stringify([caution.code, caution.values]);
    if (!known.has(key)) known.set(key, caution);
  }
  return [...known.values()];
}
