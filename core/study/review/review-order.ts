import type { Light } from '../../gating/automatic/kind/step.ts';

/** What samples in review can be sorted by. */
const reviewOrders = ['distance', 'light', 'change', 'name'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** What of a sample decides its place. */
export interface Ordered {
  readonly name: string;
  readonly distance: number | undefined;
  readonly light: Light | undefined;
  /** Percentage points against the result that stands, of the population that changed most; undefined where none stands. */
  readonly change: number | undefined;
}

const byLight = { red: 3, amber: 2, green: 1 } as const satisfies { readonly [L in Light]: number };

const numbers: { readonly [O in Exclude<ReviewOrder, 'name'>]: (one: Ordered) => number } = {
  distance: ({ distance }) => distance ?? -1,
  light: ({ light }) => (light === undefined ? 0 : byLight[light]),
  change: ({ change }) => (change === undefined ? -1 : Math.abs(change)),
};

/** What is to be looked at first stands first: the farthest, the least sure, the most changed. Among equals by distance, then by name as a person counts. */
export function inOrder<S extends Ordered>(samples: readonly S[], by: ReviewOrder): readonly S[] {
  const names = new Intl.Collator(undefined, { numeric: true });
  const keys = by === 'name' ? [] : [numbers[by], numbers.distance];
  return [...samples].sort((a, b) => {
    for (const key of keys) {
      const difference = key(b) - key(a);
      if (difference !== 0) return difference;
    }
    return names.compare(a.name, b.name);
  });
}
