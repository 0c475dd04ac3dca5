import { meanOf } from '../../base/math/spread.ts';
import { type Estimate, type Part, scaleEstimate, welchEstimate } from '../../base/math/welch.ts';

/** Signals of the wells of one effector at one E:T and of the controls of its plate, in the reader's unit. */
export interface ReleaseWells {
  readonly test: readonly number[];
  /** Targets alone. */
  readonly spontaneous: readonly number[];
  /** Targets with detergent. */
  readonly maximum: readonly number[];
  /** Effectors alone of the same E:T: their signal is taken from the test wells. */
  readonly effectorAlone?: readonly number[];
  /** Medium alone: taken from the spontaneous wells. */
  readonly blank?: readonly number[];
  /** Medium with detergent: taken from the maximum wells. */
  readonly blankDetergent?: readonly number[];
}

/**
 * Specific lysis in percent, (test - spontaneous) / (maximum - spontaneous), with the t interval of its wells. Below 0 and above 100 as it
 * is. Undefined where the maximum does not stand above the spontaneous signal.
 */
export function releaseLysis(wells: ReleaseWells): Estimate | undefined {
  const { test, spontaneous, maximum, effectorAlone = [], blank = [], blankDetergent = [] } = wells;
  const less = (values: readonly number[], background: readonly number[]) =>
    meanOf(values) - (background.length === 0 ? 0 : meanOf(background));
  const low = less(spontaneous, blank);
  const span = less(maximum, blankDetergent) - low;
  if (!(span > 0)) return undefined;
  const lysis = (less(test, effectorAlone) - low) / span;
  const parts: readonly Part[] = [
    { values: test, weight: 1 / span },
    { values: spontaneous, weight: -(1 - lysis) / span },
    { values: maximum, weight: -lysis / span },
    { values: effectorAlone, weight: -1 / span },
    { values: blank, weight: (1 - lysis) / span },
    { values: blankDetergent, weight: lysis / span },
  ];
  return scaleEstimate(
    welchEstimate(
      lysis,
      parts.filter(({ values }) => values.length > 0),
    ),
    100,
  );
}
