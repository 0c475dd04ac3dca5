import type { GroupId } from '../../core/biology/profiles/profile.ts';
import type { CultureId } from '../../test-data/culture-specs.ts';
import type { LotOverride } from '../../test-data/lot.ts';

/** A method as the generator of test lots makes it: centres and spreads in percent, drawn normal and shifted by a site of its own. */
export interface TestMethod {
  readonly method: string;
  readonly group: GroupId;
  /** The simulated culture that it starts from. */
  readonly culture: CultureId;
  /** Centre and standard deviation of what differs from that culture. */
  readonly centres?: { readonly [K in keyof LotOverride]?: readonly [centre: number, sd: number] };
  /** Share of cells that are blasts, where real cells are mixed. */
  readonly blasts: number;
}

export const testMethods: readonly TestMethod[] = [
  { method: 'resting', group: 'resting-or-short-lak', culture: 'resting-blood', blasts: 0 },
  { method: 'nih-lak', group: 'resting-or-short-lak', culture: 'lak-3-day', blasts: 0.35 },
  { method: 'general', group: 't-cell-product', culture: 'general-method', blasts: 0.6 },
  {
    ...{ method: 'car-t', group: 't-cell-product', culture: 'general-method', blasts: 0.35 },
    centres: { nk: [0.6, 0.4], nktLike: [4, 2], t: [94, 2], log10Cd4Cd8: [0, 0.35], gammaDelta: [3, 1.2], blast: [1.15, 0.06] },
  },
  {
    ...{ method: 'dc-ctl', group: 't-cell-product', culture: 'general-method', blasts: 0.6 },
    centres: { nk: [4, 2.5], nktLike: [10, 5], t: [84, 7], log10Cd4Cd8: [-0.6, 0.25], gammaDelta: [4, 1.5] },
  },
  { method: 'cik', group: 'cik-or-nkt-like', culture: 'cik', blasts: 0.6 },
  { method: 'gamma-delta-t', group: 'gamma-delta-t', culture: 'gamma-delta-t', blasts: 0.6 },
  { method: 'nk-feeder-free', group: 'expanded-nk', culture: 'expanded-nk', blasts: 0.65 },
  {
    ...{ method: 'nk-feeder', group: 'expanded-nk', culture: 'expanded-nk', blasts: 0.7 },
    centres: { nk: [88, 6], nktLike: [4, 2.5], t: [7, 4.5], cd16: [90, 5], blast: [1.42, 0.06] },
  },
];
