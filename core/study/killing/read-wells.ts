import { Problem } from '../../base/problem.ts';
import { type Assay, isRelease, isSeries } from './assay.ts';
import { type Effector, type Plate, type WellRow, wellName } from './plate.ts';

/** A well that counts, with readings that are numbers. */
export interface ReadWell {
  readonly well: string;
  readonly role: WellRow['role'];
  readonly effector?: Effector | undefined;
  /** On the basis of the effector's count. */
  readonly et?: number | undefined;
  readonly signal?: number;
  readonly dead?: number;
  readonly targets?: number;
  readonly live?: number;
  readonly beads?: number;
  readonly reference?: number;
  readonly volume?: number;
  readonly degranulated?: number;
  readonly nkCells?: number;
  /** Counts with one gate moved a little. */
  readonly moved?: readonly { readonly dead: number; readonly targets: number; readonly live: number }[];
  /** As multiples of the first reading. */
  readonly series?: readonly number[];
}

export interface PlateProblem {
  readonly well: string;
  /** Of the effector whose lysis is withheld by it; undefined where all of the plate are. */
  readonly effector: string | undefined;
  /** It concerns a file that was not used: no lysis is withheld by it. */
  readonly isNote?: true;
  readonly problem: Problem;
}

export interface ReadPlate {
  readonly wells: readonly ReadWell[];
  readonly excluded: readonly { readonly well: string; readonly reason: string }[];
  readonly problems: readonly PlateProblem[];
}

const readings = ['signal', 'dead', 'targets', 'live', 'beads', 'reference', 'volume', 'degranulated', 'nkCells'] as const;
type Reading = (typeof readings)[number];

/** What a reading of this assay needs of a well. */
const needs = ({ readout }: Assay): readonly Reading[] =>
  isSeries(readout)
    ? []
    : isRelease(readout)
      ? ['signal']
      : readout === 'dead-fraction'
        ? ['dead', 'targets']
        : readout === 'viable-count'
          ? ['live']
          : ['live', 'reference'];

/** Controls stand for all effectors of a plate. */
const ofOneEffector = (role: WellRow['role']): boolean => role === 'test' || role === 'effector-alone';

/** Wells with numbers in them; what cannot be read or cannot be is named with its well, and withholds what stands on it. */
export function readWells({ wells, effectors, size, times, hours }: Plate, assay: Assay): ReadPlate {
  const known = new Map(effectors.map((effector) => [effector.id, effector]));
  const read: ReadWell[] = [];
  const excluded: { readonly well: string; readonly reason: string }[] = [];
  const problems: PlateProblem[] = [];
  const seen = new Set<string>();
  for (const row of wells) {
    const well = wellName(row.well, size);
    const note = (problem: Problem) =>
      problems.push({ well: row.well, effector: ofOneEffector(row.role) ? row.effector : undefined, problem });
    if (well === undefined) note(new Problem('plate-well-outside', outside, { well: row.well, size }));
    else if (seen.has(well)) note(new Problem('plate-well-twice', twice, { well }));
    else {
      seen.add(well);
      if (row.excluded !== undefined) excluded.push({ well, reason: row.excluded.reason });
      else {
        const problem = wrongIn(row, well, known, assay) ?? (isSeries(assay.readout) ? wrongSeries(row, well, times) : undefined);
        if (problem === undefined)
          read.push({ ...readOne(row, well, known), ...(isSeries(assay.readout) ? seriesOf(row, times, hours ?? assay.hours) : {}) });
        else note(problem);
      }
    }
  }
  return { wells: read, excluded, problems };
}

function wrongIn(row: WellRow, well: string, known: ReadonlyMap<string, Effector>, assay: Assay): Problem | undefined {
  const { role, effector, et } = row;
  if (ofOneEffector(role)) {
    if (effector === undefined || !known.has(effector))
      return new Problem('plate-effector-unknown', unknownEffector, { well, effector: effector ?? '–' });
    if (et === undefined || !(et > 0) || !Number.isFinite(et)) return new Problem('plate-ratio', noRatio, { well, et: et ?? '–' });
  }
  for (const field of readings) {
    const value = row[field];
    if (typeof value === 'string') return new Problem('plate-reading', noNumber, { well, value });
    if (value !== undefined && !Number.isFinite(value)) return new Problem('plate-reading', noNumber, { well, value: String(value) });
    if (value !== undefined && field !== 'signal' && value < 0) return new Problem('plate-reading', negative, { well, value });
  }
  const [shown, counted] = [row.degranulated, row.nkCells];
  if ((shown === undefined) !== (counted === undefined))
    return new Problem('plate-reading-missing', absent, { well, field: shown === undefined ? 'degranulated' : 'nkCells' });
  if (typeof shown === 'number' && typeof counted === 'number' && (shown > counted || counted === 0))
    return new Problem('plate-reading', moreShown, { well, shown, counted });
  if (role === 'beads') return undefined;
  // effectors alone hold no targets that could be counted
  if (role === 'effector-alone' && !isRelease(assay.readout)) return undefined;
  const missing = needs(assay).find((field) => row[field] === undefined);
  if (missing !== undefined) return new Problem('plate-reading-missing', absent, { well, field: missing });
  const [dead, targets] = [row.dead, row.targets];
  if (typeof dead === 'number' && typeof targets === 'number' && (dead > targets || targets === 0))
    return new Problem('plate-reading', moreDead, { well, dead, targets });
  return undefined;
}

/** A series has a number for each of the plate's times, and begins above 0. */
function wrongSeries({ role, series }: WellRow, well: string, times: Plate['times']): Problem | undefined {
  if (role !== 'test' && role !== 'target-alone' && role !== 'maximum') return undefined;
  if (series === undefined || times === undefined) return new Problem('plate-reading-missing', absent, { well, field: 'series' });
  const wrong = series.find((value) => typeof value === 'string' || !Number.isFinite(value));
  if (wrong !== undefined) return new Problem('plate-reading', noNumber, { well, value: String(wrong) });
  if (series.length !== times.length || !(Number(series[0]) > 0))
    return new Problem('plate-series', badSeries, { well, readings: series.length, times: times.length });
  return undefined;
}

/** Normalised at the addition of effectors; what is left at the plate's hours stands for the viable targets. */
function seriesOf({ series }: WellRow, times: Plate['times'], hours: number): Partial<ReadWell> {
  if (series === undefined || times === undefined) return {};
  const first = Number(series[0]);
  const normal = series.map((value) => Number(value) / first);
  const at = times.reduce((best, time, i) => (Math.abs(time - hours) < Math.abs(times[best]! - hours) ? i : best), 0);
  return { series: normal, live: normal[at]! };
}

const readOne = (row: WellRow, well: string, known: ReadonlyMap<string, Effector>): ReadWell => ({
  ...{ well, role: row.role, effector: row.effector === undefined ? undefined : known.get(row.effector), et: row.et },
  ...(row.fcs?.moved && { moved: row.fcs.moved }),
  ...Object.fromEntries(readings.flatMap((field) => (typeof row[field] === 'number' ? [[field, row[field]]] : []))),
});

const outside = { en: 'Well {well} lies outside a plate of {size} wells.', ja: 'ウェル{well}は{size}ウェルプレートの範囲外です。' };
const twice = { en: 'Well {well} stands in the plate twice.', ja: 'ウェル{well}が2回記載されています。' };
const unknownEffector = {
  en: 'Well {well} holds the effector "{effector}", which the plate does not describe.',
  ja: 'ウェル{well}のエフェクター「{effector}」の記載がありません。',
};
const noRatio = { en: 'Well {well} needs an E:T above 0 ({et}).', ja: 'ウェル{well}のE:T比は0より大きい値が必要です({et})。' };
const noNumber = {
  en: 'The reading "{value}" of well {well} is no number; leave the well out with a reason, or correct it.',
  ja: 'ウェル{well}の測定値「{value}」は数値ではありません。理由を付けて除外するか、訂正してください。',
};
const negative = { en: 'Well {well} counts {value} cells.', ja: 'ウェル{well}の細胞数が負です({value})。' };
const badSeries = {
  en: 'Well {well} has {readings} readings for {times} times, or begins at 0.',
  ja: 'ウェル{well}の測定値の数({readings})が時間の数({times})と異なるか、最初の値が0です。',
};
const absent = { en: 'Well {well} has no reading "{field}".', ja: 'ウェル{well}に測定値({field})がありません。' };
const moreShown = {
  en: 'Well {well} counts {shown} cells with CD107a of {counted} NK cells.',
  ja: 'ウェル{well}のCD107a陽性数({shown})がNK細胞数({counted})を上回るか、NK細胞がありません。',
};
const moreDead = {
  en: 'Well {well} counts {dead} dead of {targets} targets.',
  ja: 'ウェル{well}の死細胞数({dead})が標的細胞数({targets})を上回るか、標的細胞がありません。',
};
