import { sumOf } from '../../base/math/spread.ts';

/** Bags by what became of them. */
export interface BagCounts {
  readonly frozen: number;
  readonly thawed: number;
  readonly discarded: number;
  readonly retained: number;
  readonly shipped: number;
}

export const bagsOnHand = ({ frozen, thawed, discarded, retained, shipped }: BagCounts): number =>
  frozen - thawed - discarded - retained - shipped;

/** Cells of a lot that was divided: what is missing is a loss of its own; more than there was is refused. */
export type SplitBalance =
  | { readonly isBalanced: true; readonly loss: number; readonly lossPercent: number }
  | { readonly isBalanced: false; readonly code: 'split-exceeds-parent'; readonly over: number };

export function balanceOfSplit(parent: number, children: readonly number[], retained: number, sampled: number): SplitBalance {
  const loss = parent - (sumOf(children) + retained + sampled);
  return loss < 0
    ? { isBalanced: false, code: 'split-exceeds-parent', over: -loss }
    : { isBalanced: true, loss, lossPercent: (100 * loss) / parent };
}
