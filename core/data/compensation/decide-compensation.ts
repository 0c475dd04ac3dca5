import type { Caution } from '../../base/caution.ts';
import type { Finding } from '../../base/finding.ts';
import { invert } from '../../base/math/matrix.ts';
import type { Channel } from '../events/channel.ts';
import type { Compensation } from '../events/compensation.ts';
import type { EventTable, RawColumn, Values } from '../events/event-table.ts';
import { toLinear } from '../events/scale-values.ts';
import type { FcsDataset } from '../fcs/fcs-file.ts';
import { classOfChannel } from '../panel/channel-class.ts';
import { judgeCompensation } from './already-compensated.ts';
import { type ChosenCompensation, chooseCompensation } from './choose-compensation.ts';
import { compensateColumns } from './compensate-columns.ts';
import type { CompensationChoice } from './compensation-choice.ts';
import type { CompensationUsed } from './compensation-used.ts';
import { lineagePairs } from './lineage-pairs.ts';
import { spillSlope } from './spill-slope.ts';

/** How a sample is compensated, once its header and its events have been heard. */
export interface CompensationDecision {
  /** What linear values are compensated by. */
  readonly compensation: Compensation | undefined;
  readonly used: CompensationUsed;
  readonly findings: readonly Finding[];
  /** What makes every gate in these channels (places from 0) unsure. */
  readonly caution?: { readonly channels: ReadonlySet<number>; readonly of: Caution };
}

/** Enough to see spillover of a few percent between populations of a tenth. */
const EVENTS_LOOKED_AT = 6000;
/** Shares of light: more is left in; more is taken out twice; more is not spillover. */
const LEFT_IN = 0.05;
const TAKEN = 0.15;
const MOST = 1.5;

/**
 * The one decision how a sample is compensated, for the command line, the window and batches. What a matrix should have taken out and did not is
 * seen between markers of which a cell carries one or the other; `panel` gives their channels by id.
 */
export function decideCompensation(
  wanted: CompensationChoice,
  panel: ReadonlyMap<string, Channel>,
  { dataset, table }: { readonly dataset: FcsDataset; readonly table: EventTable },
): CompensationDecision {
  const chosen = chooseCompensation(wanted, dataset);
  const { compensation, used } = chosen;
  const lineage = lineageIn(panel);
  switch (used.status) {
    case 'unusable':
      return warned(chosen, used, { code: 'compensation-unusable', light: 'red', values: { keyword: used.keyword ?? '' } }, dataset);
    case 'missing': {
      const slope = worstOf(slopesIn(columnsOf(lineage, table)));
      if (slope === undefined) return noted(chosen, { ...used, status: 'compensated' }, 'taken-as-compensated');
      return warned(chosen, used, { code: 'compensation-missing', light: 'red', values: valuesOf(slope) }, dataset);
    }
    case 'log-amplified': {
      const slope = worstOf(slopesIn(columnsOf(lineage, table)));
      if (slope === undefined) return noted(chosen, used, 'compensated-at-instrument');
      return warned(chosen, used, { code: 'compensation-doubtful', light: 'amber', values: valuesOf(slope) }, dataset);
    }
    case 'declined':
      return noted(chosen, used, 'compensation-declined');
    case 'at-instrument':
      return noted(chosen, used, 'compensated-at-instrument');
    default:
      return compensation === undefined ? chosen : judgeApplied(chosen, compensation, lineage, { dataset, table });
  }
}

/** The channels of lineage markers, by id; two ids of one channel would show it in itself. */
export function lineageIn(panel: ReadonlyMap<string, Channel>): ReadonlyMap<string, Channel> {
  const ids = new Set(lineagePairs.flat());
  const once = new Map([...panel].filter(([id]) => ids.has(id)).map(([id, channel]) => [channel.index, [id, channel] as const]));
  return new Map(once.values());
}

/** A matrix stays unless the events say that it is not theirs, or that its work was done before. */
function judgeApplied(
  chosen: ChosenCompensation,
  compensation: Compensation,
  lineage: ReadonlyMap<string, Channel>,
  { dataset, table }: { readonly dataset: FcsDataset; readonly table: EventTable },
): CompensationDecision {
  const { used, findings } = chosen;
  const keyword = used.keyword ?? '';
  const matrix = invert(compensation.inverse);
  const read = compensation.channels.map((channel) => linearOf(dataset.channels[channel]!, table));
  if (matrix === undefined || read.some((column) => column === undefined)) return chosen;
  const columns = read as readonly Float64Array[];
  const compensated = compensateColumns(columns, compensation.inverse);
  const place = (id: string) => compensation.channels.indexOf((lineage.get(id)?.index ?? 0) - 1);
  const named = [...lineage.keys()].filter((id) => place(id) >= 0);
  const byName = (of: readonly Float64Array[]) => new Map(named.map((id) => [id, of[place(id)]!]));
  const after = worstOf(slopesIn(byName(compensated), byName(columns)), TAKEN);
  const { verdict, pairs, without } = judgeCompensation(columns, matrix);
  if (after === undefined) {
    const twice: readonly Finding[] =
      verdict === 'compensated' ? [{ code: 'compensated-twice', kind: 'note', values: { pairs, without } }] : [];
    return { ...chosen, findings: [...findings, ...twice] };
  }
  const channels = new Set(compensation.channels);
  const isDone = used.source === 'file' && after.share < 0 && worstOf(slopesIn(byName(columns))) === undefined;
  if (isDone) {
    const of: Caution = { code: 'compensated-before', kind: 'note', light: 'amber', values: { keyword } };
    const done: CompensationUsed = { source: 'none', status: 'compensated-before', keyword, channels: [] };
    return { compensation: undefined, used: done, findings: [...findings, of], caution: { channels, of } };
  }
  const of: Caution = { code: 'compensation-unfit', kind: 'note', light: 'red', values: { keyword, ...valuesOf(after) } };
  return { ...chosen, used: { ...used, status: 'unfit' }, findings: [...findings, of], caution: { channels, of } };
}

const noted = (chosen: ChosenCompensation, used: CompensationUsed, code: string): CompensationDecision => ({
  ...chosen,
  used,
  findings: [...chosen.findings, { code, kind: 'note' }],
});

/** Of every channel that dyes are measured in. */
function warned(
  chosen: ChosenCompensation,
  used: CompensationUsed,
  about: Pick<Caution, 'code' | 'light' | 'values'>,
  { channels }: FcsDataset,
): CompensationDecision {
  const of: Caution = { kind: 'note', ...about };
  const light = channels.filter((channel) => classOfChannel(channel) === 'fluorescence').map(({ index }) => index - 1);
  return { ...chosen, used, findings: [...chosen.findings, of], caution: { channels: new Set(light), of } };
}

interface Slope {
  readonly from: string;
  readonly into: string;
  /** Of the light. */
  readonly share: number;
}

/** Of what is bright as it was measured; compensation that goes wrong makes noise of any size. */
function slopesIn(columns: ReadonlyMap<string, Float64Array>, measured = columns): readonly Slope[] {
  return lineagePairs
    .flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ])
    .flatMap(([from, into]): Slope[] => {
      const [light, other] = [columns.get(from!), columns.get(into!)];
      return light === undefined || other === undefined
        ? []
        : [{ from: from!, into: into!, share: spillSlope(light, other, measured.get(from!)) }];
    });
}

/** The largest that is no residue: what is left in, and from `taken` on what was taken out. */
function worstOf(slopes: readonly Slope[], taken = Number.POSITIVE_INFINITY): Slope | undefined {
  const size = ({ share }: Slope) => Math.abs(share);
  return slopes
    .filter(({ share }) => (share >= LEFT_IN || share <= -taken) && Math.abs(share) <= MOST)
    .reduce<Slope | undefined>((worst, slope) => (worst === undefined || size(slope) > size(worst) ? slope : worst), undefined);
}

const valuesOf = ({ from, into, share }: Slope) => ({ from, into, percent: Math.round(100 * share) });

/** The linear values of the lineage channels. */
const columnsOf = (lineage: ReadonlyMap<string, Channel>, table: EventTable): ReadonlyMap<string, Float64Array> =>
  new Map(
    [...lineage].flatMap(([id, channel]): [string, Float64Array][] => {
      const values = linearOf(channel, table);
      return values === undefined ? [] : [[id, values]];
    }),
  );

/** Every so many events; undefined where the channel was not read or holds no event. */
function linearOf(channel: Channel, table: EventTable): Float64Array | undefined {
  const step = Math.max(1, Math.floor(table.eventCount / EVENTS_LOOKED_AT));
  const taken: number[] = [];
  for (const { columns, eventCount } of table.shards) {
    const raw = columns[channel.index - 1];
    if (raw === undefined) return undefined;
    for (let event = 0; event < eventCount; event += step) taken.push(raw[event]!);
  }
  if (taken.length === 0) return undefined;
  // Brand: a few of the stored values, as they are stored
  return toLinear(Float64Array.from(taken) as Values as RawColumn, channel, taken.length).map((value) =>
    Number.isFinite(value) ? value : 0,
  );
}
