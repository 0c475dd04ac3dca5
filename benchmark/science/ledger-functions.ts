import { readWrittenDate } from '../../core/base/written-date.ts';
import { feverGrade, feverPeaks } from '../../core/biology/course/fever.ts';
import { absoluteNk, judgeByReference, ratioToControl } from '../../core/biology/course/nk-reference.ts';
import { dosingGap, scheduleOf } from '../../core/biology/course/schedule.ts';
import { bagsOnHand, balanceOfSplit } from '../../core/biology/ledger/balance.ts';
import { countChamber, expectedCollection, poolOf, viableNk } from '../../core/biology/ledger/cell-count.ts';
import { cellsPerDose, halfDoses, judgeCap, judgeDoses } from '../../core/biology/ledger/doses.ts';
import { type CultureSplit, doublingByInterval, expansionOf, splitGrowth } from '../../core/biology/ledger/growth.ts';
import { recultureYield, thawRecovery } from '../../core/biology/ledger/thaw.ts';
import { type ScienceFunctions, zip } from './inputs.ts';

export const ledgerFunctions: ScienceFunctions = {
  haemocytometer: (of) => ({
    ...countChamber({
      live: of.list('live'),
      dead: of.list('dead'),
      dilution: of.number('dilution'),
      volumeMl: of.number('volumeMl'),
    }),
  }),
  'viable-nk': (of) => ({ ...viableNk(of.number('totalCells'), of.number('viability'), of.number('nkOfViable'), of.list('cv')) }),
  growth(of) {
    const { fold, doublings, doublingDays } = expansionOf(of.number('day0'), of.number('dayN'), of.number('days'));
    return { fold, doublings, doublingDays: doublingDays ?? null };
  },
  'growth-intervals'(of) {
    const points = of.list<readonly [number, number]>('points').map(([day, cells]) => ({ day, cells }));
    return { fold: points.at(-1)!.cells / points[0]!.cells, intervals: doublingByInterval(points).map((days) => days ?? null) };
  },
  'growth-splits': (of) => splitGrowth(of.number('start'), of.list<CultureSplit>('splits'), of.number('end')),
  'thaw-recovery'(of) {
    const [frozen, thawed] = [of.number('frozenViable'), of.number('thawTotal')];
    return { recovery: thawRecovery(frozen, (thawed * of.number('thawViability')) / 100), totalRecovery: thawRecovery(frozen, thawed) };
  },
  'recovery-list': (of) => ({ recovery: zip(of.list('fresh'), of.list('frozen'), thawRecovery) }),
  reculture: (of) => recultureYield(of.number('frozenViable'), of.number('thawViable'), of.number('infusedViable')),
  'dose-split': (of) => ({
    perDose: cellsPerDose(of.number('viableNk'), of.number('doses'), of.number('qcFraction'), of.number('retained')),
  }),
  'half-doses': (of) => halfDoses(of.number('fullDoses'), of.number('perFull')),
  cap: (of) => ({ ...judgeCap(of.number('nkPerDose'), of.number('cvNk'), of.number('cap')) }),
  'dose-deviation': (of) => judgeDoses(of.list('actual'), of.list('planned')),
  reconcile: (of) => ({
    onHand: bagsOnHand({
      frozen: of.number('frozen'),
      thawed: of.number('thawed'),
      discarded: of.number('discarded'),
      retained: of.number('retained'),
      shipped: of.number('shipped'),
    }),
  }),
  split(of) {
    const balance = balanceOfSplit(of.number('parent'), of.list('children'), of.number('retained', 0), of.number('sampled', 0));
    return balance.isBalanced ? { loss: balance.loss, lossPercent: balance.lossPercent } : { code: balance.code, over: balance.over };
  },
  pool: (of) => poolOf(of.list<readonly [number, number]>('parents').map(([total, viability]) => ({ total, viability }))),
  collection: (of) =>
    expectedCollection(of.number('litres'), of.number('lymphocytesPerMicrolitre'), of.number('efficiency'), of.number('nkPercent')),
  schedule: (of) => ({
    ...scheduleOf({
      first: of.text('first'),
      weekdays: of.list('weekdays'),
      doses: of.number('doses'),
      closed: of.list<string>('closed'),
      minGapDays: of.number('minGapDays', 0),
    }),
  }),
  'dosing-gap': (of) => dosingGap(of.text('first'), of.text('last'), of.number('doses')),
  'fever-grade': (of) => ({
    grades: of.list<readonly [number, number]>('cases').map(([celsius, hours]) => feverGrade(celsius, hours)),
  }),
  'fever-peaks': (of) => ({
    perDose: feverPeaks(
      of.list<readonly [string, number]>('temperatures').map(([at, celsius]) => ({ at: timeOf(at), celsius })),
      of.list<string>('doses').map(timeOf),
      of.number('windowHours'),
    ).map((peak) => peak ?? null),
  }),
  date: (of) => ({ dates: of.list<string>('texts').map((text) => readDate(text).day) }),
  'date-refused': (of) => ({ codes: of.list<string>('texts').map((text) => readDate(text).refusal) }),
  'control-ratio': (of) => ({
    ...ratioToControl(of.number('patient'), of.number('patientSe'), of.number('control'), of.number('controlSe')),
  }),
  'reference-interval'(of) {
    const intervals = of.record<readonly [number, number]>('reference');
    return {
      verdicts: of.list<readonly [number, number]>('values').map(([lysis, ratio]) => judgeByReference(lysis, ratio, intervals) ?? null),
    };
  },
  'absolute-nk': (of) => ({
    nkPerMicrolitre: absoluteNk(of.number('whiteCellsPerMicrolitre'), of.number('lymphocytePercent'), of.number('nkPercentOfLymphocytes')),
  }),
};

/** A time without a zone: only differences are taken. */
const timeOf = (text: string): number => Date.parse(`${text}Z`);

function readDate(text: string): { readonly day: string | null; readonly refusal: string | null } {
  const read = readWrittenDate(text);
  return 'day' in read ? { day: read.day, refusal: null } : { day: null, refusal: read.refusal };
}
