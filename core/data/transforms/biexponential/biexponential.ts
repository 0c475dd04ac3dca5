import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { solveLogRoot } from '../kind/log-root.ts';
import { aroundZero, type DisplayChannels, type TransformKind } from '../kind/transform.ts';

/**
 * FlowJo's biexponential, which is a table and not a formula: 4,097 values of a difference of two exponentials, mirrored about a
 * channel that is rounded to a whole number, read with straight lines between them. `width` is FlowJo's width basis (negative),
 * `positive` its positive decades, `negative` its extra negative ones, `top` the largest value (maxRange).
 * The table was worked out by others from FlowJo's results; here it agrees with FlowJo's own printed one to its digits.
 * Below the table a value lies at 0, as FlowJo draws and counts it; above it the last line goes on, so that order is kept.
 */
const biexponentialSchema = z
  .strictObject({
    kind: z.literal('biexponential'),
    width: z.number().max(0),
    positive: z.number().positive(),
    negative: z.number().min(0).default(0),
    top: z.number().positive(),
  })
  .refine(
    (params) => tableOf(params) !== undefined,
    rule({
      en: 'these parameters give no increasing table',
      ja: 'このパラメーターでは単調増加の表になりません',
    }),
  );
export type Biexponential = z.infer<typeof biexponentialSchema>;

/** Channels of the table, whatever length the workspace states. */
const TABLE_CHANNELS = 4096;

interface Params {
  readonly width: number;
  readonly positive: number;
  readonly negative: number;
  readonly top: number;
}

export const biexponential: TransformKind<Biexponential> = {
  schema: biexponentialSchema,
  words: { en: 'biexponential (FlowJo)', ja: 'バイエクスポネンシャル(FlowJo)' },
  isStraight: false,
  isForDyes: true,
  isOfFlowjo: true,
  marks: 'decades',
  shown: aroundZero,
  // as FlowJo begins
  usual: ({ T }) => ({ kind: 'biexponential', width: -100, positive: 4.41854, negative: 0, top: T }),
  display: displayOf,
  compile(params) {
    const table = biexponentialTable(params);
    const last = TABLE_CHANNELS;
    return {
      scale(value) {
        if (Number.isNaN(value)) return value;
        const entry = Math.min(entryOf(table, value), last - 1);
        if (entry < 0) return 0;
        const [low, high] = [table[entry]!, table[entry + 1]!];
        return (entry + (value - low) / (high - low)) / last;
      },
      unscale(position) {
        const channel = position * last;
        const entry = Math.max(0, Math.min(Math.floor(channel), last - 1));
        return table[entry]! + (channel - entry) * (table[entry + 1]! - table[entry]!);
      },
    };
  },
};

/** The 4,097 linear values at positions 0, 1/4096, ... 1. Throws where the parameters have passed no schema. */
export function biexponentialTable(params: Params): Float64Array {
  const table = tableOf(params);
  if (table === undefined) throw new Error('biexponential parameters without a table');
  return table;
}

/** The last entry of the table at or below the value; -1 below all of them. */
function entryOf(table: Float64Array, value: number): number {
  let low = -1;
  let high = table.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (table[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

const tables = new Map<string, Float64Array | undefined>();

function tableOf(params: Params): Float64Array | undefined {
  const key = [params.width, params.positive, params.negative, params.top].join(' ');
  if (!tables.has(key)) {
    if (tables.size >= 64) tables.clear();
    tables.set(key, makeTable(params));
  }
  return tables.get(key);
}

function makeTable({ width: basis, positive, negative, top }: Params): Float64Array | undefined {
  const asked = Math.log10(-basis);
  // FlowJo takes a width outside half a decade to three decades as half a decade
  const width = asked >= 0.5 && asked <= 3 ? asked : 0.5;
  const extra = negative + width / 2;
  const zero = Math.min(Math.trunc((extra * TABLE_CHANNELS) / (negative + positive)), TABLE_CHANNELS / 2);
  const decades = zero > 0 ? (extra * TABLE_CHANNELS) / zero : positive - width / 2;
  if (!(decades > 0)) return undefined;
  const w = width / (2 * decades);
  const b = Math.LN10 * decades;
  const d = solveLogRoot(b, w);
  const scale = Math.exp((b + d) * (w + extra / decades));
  const at = (channel: number): number => {
    const t = channel / (TABLE_CHANNELS + 1);
    return Math.exp(t * b) - scale * Math.exp(-t * d);
  };
  const floor = at(zero);
  const unit = top / Math.exp(b);
  const table = Float64Array.from({ length: TABLE_CHANNELS + 1 }, (_, channel) =>
    channel >= zero ? unit * (at(channel) - floor) : -unit * (at(2 * zero - channel) - floor),
  );
  return table.every((value, i) => Number.isFinite(value) && (i === 0 || value > table[i - 1]!)) ? table : undefined;
}

/** Channels of FlowJo's display; what lies beyond the last one is in it. */
const DISPLAY_CHANNELS = 256;

function displayOf(params: Biexponential): DisplayChannels {
  const table = biexponentialTable(params);
  const step = TABLE_CHANNELS / DISPLAY_CHANNELS;
  const channelOf = (value: number): number =>
    Number.isNaN(value) ? value : Math.max(0, Math.min(DISPLAY_CHANNELS - 1, Math.floor(entryOf(table, value) / step)));
  return { channels: DISPLAY_CHANNELS, channelOf, lowest: table[0]! };
}
