import { daysBetween } from '../../core/base/calendar-day.ts';
import { currieLimits, limitsByBlanks, limitsByReplicates } from '../../core/biology/rare/blanks.ts';
import { type Counted, fractionOf } from '../../core/biology/rare/counted.ts';
import { type EventRule, eventsNeeded, limitsOfTube, stateOf } from '../../core/biology/rare/event-limits.ts';
import { netRate } from '../../core/biology/rare/net-rate.ts';
import { sumTubes } from '../../core/biology/rare/tubes.ts';
import { decayOf } from '../../core/biology/residual/half-life.ts';
import { hasFlow } from '../../core/biology/residual/has-flow.ts';
import { absoluteReduction, fateOf, logReduction } from '../../core/biology/residual/log-reduction.ts';
import { cellsOfDna, copiesOfDroplets, loadOfDroplets, proviralLoad, upperOfPcr } from '../../core/biology/residual/proviral-load.ts';
import { residualUpper, upperByVolume, viableCells } from '../../core/biology/residual/residual-cells.ts';
import type { Inputs, ScienceFunctions } from './inputs.ts';

const counted = ([n, total]: readonly [number, number]): Counted => ({ n, total });
const one = (of: Inputs, n = 'n', total = 'N'): Counted => ({ n: of.number(n), total: of.number(total) });
const rule = (of: Inputs): EventRule => ({ lodEvents: of.number('lodEvents', 20), loqEvents: of.number('loqEvents', 50) });

/** A reduction this near to none is none: what is left of rounding. */
const ROUNDING = 1e-9;

export const residualFunctions: ScienceFunctions = {
  'counting-interval': (of) => ({ ...fractionOf(one(of)) }),
  'event-limits': (of) => limitsOfTube(rule(of), of.number('N')),
  'events-needed'(of) {
    const probability = of.number('probability', 0.95);
    return Object.fromEntries(
      of.list('thresholds').flatMap((events) => [
        [`lambda${events}`, eventsNeeded(events, probability, 1)],
        [`cells${events}`, of.list('fractions').map((fraction) => eventsNeeded(events, probability, fraction))],
      ]),
    );
  },
  'blank-limits': (of) => ({
    ...limitsByBlanks(of.list<readonly [number, number]>('blanks').map(counted), of.number('N'), of.number('lodEvents', 20)),
  }),
  ep17: (of) => limitsByReplicates(of.list('blank'), of.list('low')),
  'net-rate': (of) => ({ ...netRate(one(of), one(of, 'blank', 'Nblank')) }),
  currie: (of) => currieLimits(of.number('blankCounts')),
  'pooled-tubes'(of) {
    const { n, total, dispersion, pHomogeneous, isPooled } = sumTubes(of.list<readonly [number, number]>('replicates').map(counted));
    return { n, N: total, ...fractionOf({ n, total }), dispersion, pHomogeneous, pooled: isPooled };
  },
  states: (of) => ({ states: of.list<readonly [number, number]>('cases').map(([n]) => stateOf(n, rule(of))) }),
  'bag-bound': (of) => ({ ...residualUpper(one(of), { viable: viableOf(of), cv: of.number('cvCells', 0) }) }),
  'volume-bound': (of) => ({ upper: upperByVolume(of.number('n'), of.number('aliquotMl'), of.number('bagMl')) }),
  'log-reduction'(of) {
    const { log10, low, high, oneSidedLow } = logReduction(one(of, 'n0', 'N0'), one(of, 'nt', 'Nt'));
    const absolute = (reduction: number | undefined) =>
      reduction === undefined ? null : absoluteReduction(reduction, of.number('cells0'), of.number('cellst'));
    return {
      log10: log10 ?? null,
      low: low ?? null,
      high: high ?? null,
      oneSidedLow: oneSidedLow ?? null,
      absolute: absolute(log10),
      absoluteLow: absolute(low),
      absoluteHigh: absolute(high),
      absoluteOneSidedLow: absolute(oneSidedLow),
    };
  },
  dilution(of) {
    const [before, after] = [of.number('fraction0'), of.number('fractiont')];
    const [cells0, cellst] = [of.number('cells0'), of.number('cellst')];
    const fractionLog10 = Math.log10(before / after);
    const absoluteLog10 = absoluteReduction(fractionLog10, cells0, cellst);
    return {
      fractionLog10,
      absoluteLog10,
      cells0: before * cells0,
      cellst: after * cellst,
      verdict: fateOf(absoluteLog10 - ROUNDING, absoluteLog10 + ROUNDING),
    };
  },
  'half-life'(of) {
    const [cells, below] = [of.list('cells'), of.list<number | boolean>('below')];
    const decay = decayOf(of.list('days').map((day, i) => ({ day, cells: cells[i]!, isBelow: Boolean(below[i]) })));
    return { slopePerDay: decay?.slopePerDay ?? null, halfLifeDays: decay?.halfLifeDays ?? null };
  },
  'course-day': (of) => ({ days: of.list<string>('dates').map((day) => daysBetween(of.text('first'), day)) }),
  'has-flow': (of) => ({ ...hasFlow({ p: of.number('P'), d: of.number('D'), n: of.number('N') }) }),
  'proviral-load': (of) => proviralLoad(of.number('tax'), of.number('reference')),
  'pcr-bound'(of) {
    const cells = cellsOfDna(of.number('nanograms'), of.number('picogramsPerCell'));
    return { cells, upperFraction: upperOfPcr(cells), upperInBag: upperOfPcr(cells) * of.number('bagCells', Number.NaN) };
  },
  droplets: (of) => ({
    ...copiesOfDroplets({ positives: of.number('positives'), accepted: of.number('accepted') }, of.number('nanolitres')),
  }),
  'proviral-load-droplets'(of) {
    const copies = (positives: string) =>
      copiesOfDroplets({ positives: of.number(positives), accepted: of.number('accepted') }, of.number('nanolitres'));
    const [tax, reference] = [copies('taxPositives'), copies('referencePositives')];
    return { ...(tax && reference && loadOfDroplets(tax, reference)) };
  },
};

const viableOf = (of: Inputs): number =>
  viableCells(
    of.has('viableCells') ? { viable: of.number('viableCells') } : { total: of.number('totalCells'), viability: of.number('viability') },
  );
