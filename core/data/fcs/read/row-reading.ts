import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import type { Channel } from '../../events/channel.ts';
import type { DataEncoding, Field } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { ASCII_WIDTH_LIMIT } from '../limits.ts';
import { parseCount, parseReal, shown, unpad } from '../numbers.ts';
import { refuse } from '../problems.ts';
import { type ByteOrder, bytePositions } from './byte-order.ts';
import type { Datatype } from './channels.ts';
import { countingBits } from './range-mask.ts';

/** One way to read the rows of DATA. The length of DATA decides among several. */
export interface RowReading {
  /** 0 for free text, whose length cannot be known. */
  readonly rowBits: number;
  readonly encoding: DataEncoding;
  readonly findings: readonly Finding[];
}

/** A channel's stored form: $PnB as written, and what $PnR leaves of it. */
interface Stored {
  readonly channel: Channel;
  readonly datatype: Datatype;
  readonly bits: number;
  readonly counting: number;
}

/** All ways to read the rows that $PnB allows, as written first. Refuses widths that fit no data type. */
export function rowReadings(
  keywords: Keywords,
  channels: readonly Channel[],
  datatypeOf: (n: number) => Datatype,
  order: ByteOrder,
): readonly RowReading[] {
  const free = channels.filter(({ index }) => datatypeOf(index) === 'A' && unpad(keywords.get(`$P${index}B`) ?? '') === '*');
  if (free.length > 0 && free.length === channels.length) return [{ rowBits: 0, encoding: { kind: 'free-text' }, findings: [] }];
  const stored = channels.map((channel) => storedForm(keywords, channel, datatypeOf(channel.index)));
  if (stored.some(isPartial)) return partialReadings(stored, order);
  const contradicting = stored.find(({ datatype, bits }) => floatBits[datatype] !== undefined && bits !== floatBits[datatype]);
  if (!contradicting) return [columns(stored, (one) => one.bits, order, [])];
  return contradictedReadings(stored, contradicting, order);
}

const floatBits: { readonly [type in Datatype]?: number } = { F: 32, D: 64 };
const isPartial = ({ datatype, bits }: Stored): boolean => datatype === 'I' && bits % 8 !== 0;

function storedForm(keywords: Keywords, channel: Channel, datatype: Datatype): Stored {
  const text = keywords.get(`$P${channel.index}B`);
  const bits = parseCount(text) ?? refuse('keyword-missing', { keyword: `$P${channel.index}B` });
  const most = datatype === 'A' ? ASCII_WIDTH_LIMIT : 64;
  if (!(bits >= 1 && bits <= most)) refuse('bits-unusable', { n: channel.index, bits: shown(text), datatype });
  return { channel, datatype, bits, counting: datatype === 'I' ? maskedBits(keywords, channel.index, bits) : bits };
}

/** Without $PnR it is not known which bits of an integer count, so it is not read. */
function maskedBits(keywords: Keywords, n: number, bits: number): number {
  const keyword = `$P${n}R`;
  const range = unpad(keywords.get(keyword) ?? '') || refuse('keyword-missing', { keyword });
  if (parseReal(range) === undefined) refuse('keyword-invalid', { keyword, value: shown(range) });
  return countingBits(range, bits);
}

/** Widths that are not whole bytes: packed bit by bit as the standard says, or padded as some instruments do. */
function partialReadings(stored: readonly Stored[], order: ByteOrder): readonly RowReading[] {
  const readings: RowReading[] = [];
  if (stored.every(({ datatype }) => datatype === 'I') && (order.direction === 'little' || order.direction === 'big'))
    readings.push({
      rowBits: stored.reduce((sum, { bits }) => sum + bits, 0),
      encoding: {
        kind: 'packed',
        widths: stored.map(({ bits }) => bits),
        masks: stored.map(({ counting }) => 2 ** counting - 1),
        littleEndian: order.direction === 'little',
      },
      findings: [found('bits-packed')],
    });
  const paddings = [(bits: number) => Math.ceil(bits / 8) * 8, (bits: number) => [8, 16, 32, 64].find((word) => word >= bits) ?? 64];
  for (const pad of paddings) {
    const width = (one: Stored): number =>
      one.datatype === 'I' ? pad(one.bits) : one.datatype === 'A' ? one.bits : (floatBits[one.datatype] ?? 0);
    const widths = [...new Set(stored.filter(isPartial).map(width))].join(', ');
    const padded = columns(stored, width, order, [found('bits-padded', { widths })]);
    if (!readings.some(({ rowBits, encoding }) => rowBits === padded.rowBits && encoding.kind === 'columns')) readings.push(padded);
  }
  return readings;
}

/** Floats whose $PnB is not that of their type: either may be right, so the length of DATA has to say. */
function contradictedReadings(stored: readonly Stored[], first: Stored, order: ByteOrder): readonly RowReading[] {
  const { datatype } = first;
  const byType = (one: Stored): number => floatBits[one.datatype] ?? one.bits;
  const readings = [columns(stored, byType, order, [found('bits-contradict-type', { datatype, bits: byType(first) })])];
  const floats = stored.filter((one) => floatBits[one.datatype] !== undefined);
  if (floats.every(({ bits }) => bits === 32 || bits === 64))
    readings.push(columns(stored, ({ bits }) => bits, order, [found('bits-contradict-type', { datatype, bits: first.bits })]));
  return readings;
}

/** A row of whole-byte fields, `widthOf` bits each (characters, for text). Refuses a width that the byte order does not cover. */
function columns(stored: readonly Stored[], widthOf: (one: Stored) => number, order: ByteOrder, findings: readonly Finding[]): RowReading {
  let at = 0;
  const fields = stored.map((one): Field => {
    const width = one.datatype === 'A' ? widthOf(one) : widthOf(one) / 8;
    const type = one.datatype === 'I' ? 'uint' : one.datatype === 'A' ? 'text' : 'float';
    const positions = type === 'text' ? [] : (bytePositions(order, width) ?? unordered(one, order, width));
    const mask = type === 'uint' && one.counting < width * 8 ? { mask: (1n << BigInt(one.counting)) - 1n } : {};
    const field = { type, at, width, order: positions, ...mask } as const;
    at += width;
    return field;
  });
  return { rowBits: at * 8, encoding: { kind: 'columns', fields }, findings };
}

function unordered({ channel }: Stored, order: ByteOrder, width: number): never {
  if (order.text === '') refuse('keyword-missing', { keyword: '$BYTEORD' });
  return refuse('byte-order-unusable', { order: order.text, channel: channel.name || channel.index, bits: width * 8 });
}
