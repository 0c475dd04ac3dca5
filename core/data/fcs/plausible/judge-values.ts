import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import { classOfChannel } from '../../panel/channel-class.ts';
import type { FcsDataset, Field } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { integerFault } from './integer-faults.ts';
import { doubtfulFields } from './layout-doubt.ts';
import { hasConvertedLines } from './line-ends.ts';
import { type Pile, pileAtTop } from './piles.ts';
import { rangeBits } from './range-bits.ts';
import { type SampledRows, sampleRows } from './sampled-rows.ts';
import { statedForm, storedValues } from './stored-values.ts';

/** Per cent at the largest value: of any channel that a person should look at; of dyes and of scatter whose populations are lost. */
const PILED = 5;
const LOST_DYES = 20;
const FEWEST_LOST_DYES = 2;
const LOST_SCATTER = 50;

interface JudgedField {
  readonly field: Field;
  readonly name: string;
  readonly range: number;
  readonly kind: 'time' | 'scatter' | 'dye';
  readonly values: Float64Array;
}

/**
 * Whether the stored values of a data set are like measurements, by at most 20,000 events from all over it. `isLast`: no other data set
 * follows.
 * @throws Problem `layout-ambiguous` where the stated layout makes no sense and another one would, unless `mayRefuse` is false
 */
export async function judgeValues(
  dataset: FcsDataset,
  source: ByteSource,
  { isLast, mayRefuse }: { readonly isLast: boolean; readonly mayRefuse: boolean },
): Promise<readonly Finding[]> {
  const { layout, channels, eventCount } = dataset;
  const { encoding, begin } = layout;
  const behind = isLast ? await bytesBehind(dataset, source) : 0;
  const tail = behind === 0 ? [] : [found('bytes-behind', { bytes: behind }, dataset.extent?.end)];
  if (encoding.kind !== 'columns' || eventCount === 0) return tail;
  const rows = await sampleRows(source, layout, eventCount);
  if (behind > 0 && hasConvertedLines(rows)) return [found('line-ends-converted', {}, begin), ...tail];
  const measured = encoding.fields.flatMap((field, i) => {
    const channel = channels[i];
    return channel === undefined || classOfChannel(channel) === 'time' ? [] : [{ field, channel }];
  });
  const fields = measured.map(({ field }) => field);
  const nameOf = (field: Field): string => channels[encoding.fields.indexOf(field)]?.name ?? '';
  const senseless = doubtfulFields(rows, fields, mayRefuse, begin);
  if (senseless[0]) return [found('values-senseless', { count: senseless.length, channel: nameOf(senseless[0]) }, begin), ...tail];
  const judged = measured.flatMap(({ field, channel }): readonly JudgedField[] => {
    const values = valuesOf(rows, field);
    const kind = classOfChannel(channel) === 'scatter' ? 'scatter' : 'dye';
    return values === undefined ? [] : [{ field, name: channel.name, range: channel.range, kind, values }];
  });
  return [...integerFindings(judged), ...pileFindings(judged), ...tail];
}

function valuesOf(rows: SampledRows, field: Field): Float64Array | undefined {
  const form = statedForm(field);
  return form && storedValues(rows, field, form);
}

/** One finding a fault, with the channel that it is worst in. */
function integerFindings(judged: readonly JudgedField[]): readonly Finding[] {
  const faults = judged.flatMap(({ field, name, range, values }) => {
    const fault = field.type === 'uint' ? integerFault(values, field) : undefined;
    return fault === undefined ? [] : [{ ...fault, name, range }];
  });
  return (['negatives-wrapped', 'values-above-range', 'bits-above-range'] as const).flatMap((code) => {
    const kin = faults.filter((fault) => fault.code === code).toSorted((a, b) => b.percent - a.percent);
    const [worst] = kin;
    if (worst === undefined) return [];
    const { name: channel, range, percent } = worst;
    return [found(code, { channel, range, percent: rounded(percent), count: kin.length })];
  });
}

function pileFindings(judged: readonly JudgedField[]): readonly Finding[] {
  const piles = judged.flatMap(({ field, name, range, kind, values }) => {
    const { modulus } = rangeBits(field);
    const pile = pileAtTop(field.mask === undefined ? values : values.map((value) => value % modulus), range, PILED);
    // a pulse that is too long to be timed is no fault of the gain
    const isWidth = kind === 'scatter' && /w(idth)?$/i.test(name);
    return pile === undefined || isWidth ? [] : [{ ...pile, name, kind }];
  });
  const dyes = piles.filter(({ kind, percent }) => kind === 'dye' && percent >= LOST_DYES);
  const scatter = piles.filter(({ kind, percent }) => kind === 'scatter' && percent >= LOST_SCATTER);
  const lost = [...(dyes.length >= FEWEST_LOST_DYES ? dyes : []), ...scatter].toSorted((a, b) => b.percent - a.percent);
  const [worst] = lost;
  const said = (pile: Pile & { readonly name: string }) => ({ channel: pile.name, percent: rounded(pile.percent), value: pile.value });
  return [
    ...(worst === undefined ? [] : [found('values-cut-off', { ...said(worst), count: lost.length })]),
    ...piles.filter((pile) => !lost.includes(pile)).map((pile) => found('values-piled', said(pile))),
  ];
}

const CRC_BYTES = 8;

/** Bytes behind the last segment that are no check sum and no padding. */
async function bytesBehind({ extent }: FcsDataset, source: ByteSource): Promise<number> {
  const surplus = extent === undefined ? 0 : source.size - extent.end;
  if (surplus <= CRC_BYTES) return 0;
  const bytes = new Uint8Array(Math.min(surplus, 4096));
  await source.read(bytes, source.size - surplus);
  const text = String.fromCharCode(...bytes);
  return /^[\s\0]*[0-9a-f]{0,8}[\s\0]*$/i.test(text) ? 0 : surplus;
}

const rounded = (percent: number): number => Math.round(10 * percent) / 10;
