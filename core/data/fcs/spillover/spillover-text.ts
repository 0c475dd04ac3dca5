import type { Channel } from '../../events/channel.ts';
import { lookUpChannel } from '../../panel/find-channel.ts';
import { parseReal, unpad } from '../numbers.ts';

/** A matrix as its keyword spells it: n, n names, n x n values row by row (FCS 3.1, section 3.2.20). */
export interface SpelledMatrix {
  readonly names: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

export interface Malformed {
  readonly reason: string;
  readonly reasonJa: string;
}

const MOST_CHANNELS = 4096;

/** Ways to write a list of numbers: what stands between them, and the sign of decimals. */
const notations = [
  { separator: ',', decimal: '.' },
  { separator: ';', decimal: '.' },
  { separator: ';', decimal: ',' },
  { separator: '\t', decimal: '.' },
  { separator: '\t', decimal: ',' },
] as const;
type Notation = (typeof notations)[number];

/**
 * Reads the text of $SPILLOVER and its kin; says why where it is no matrix. The n x n values at the end tell where the names end, so that a name
 * may hold the separator; which names those are, the channels of the file say.
 */
export function parseSpillover(text: string, channels: readonly Channel[]): SpelledMatrix | Malformed {
  const readings = notations.filter(({ separator }) => text.includes(separator)).map((notation) => readAs(notation, text, channels));
  return readings.find((reading) => 'names' in reading) ?? readings[0] ?? { reason: 'no size', reasonJa: '大きさの指定なし' };
}

function readAs({ separator, decimal }: Notation, text: string, channels: readonly Channel[]): SpelledMatrix | Malformed {
  const written = text.split(separator);
  const items = written.map(unpad);
  // what is written behind the last value is a separator too many
  while (items.at(-1) === '') items.pop();
  const count = Number(items[0]);
  if (!Number.isInteger(count) || count < 1 || count > MOST_CHANNELS) return { reason: 'no size', reasonJa: '大きさの指定なし' };
  if (items.length < 1 + count + count * count)
    return { reason: `${items.length} entries for a size of ${count}`, reasonJa: `大きさ${count}に対し要素${items.length}個` };
  const names = joinNames(written.slice(1, items.length - count * count), count, separator, channels);
  if (names === undefined)
    return { reason: `${items.length} entries for a size of ${count}`, reasonJa: `大きさ${count}に対し要素${items.length}個` };
  const values = items.slice(items.length - count * count).map((item) => parseReal(decimal === '.' ? item : item.replace(',', '.')));
  const matrix: number[][] = [];
  for (let row = 0; row < count; row++) {
    const line = values.slice(row * count, (row + 1) * count).filter((value) => value !== undefined && Number.isFinite(value));
    if (line.length < count) return { reason: `row ${row + 1} is not all numbers`, reasonJa: `${row + 1}行目に数値でない値` };
    matrix.push(line as number[]);
  }
  if (matrix.some((line, row) => !(line[row] !== undefined && line[row] > 0)))
    return { reason: 'diagonal not above 0', reasonJa: '対角成分が0以下' };
  return { names, matrix };
}

/** The pieces as `count` names, of which some hold the separator; undefined where the channels do not say which, or not in one way only. */
function joinNames(
  pieces: readonly string[],
  count: number,
  separator: string,
  channels: readonly Channel[],
): readonly string[] | undefined {
  if (pieces.length === count) return pieces.map(unpad);
  const longest = pieces.length - count + 1;
  /** The ways to read the first `end` pieces as `n` names, two at most: more would not be told apart. */
  const known = new Map<string, readonly (readonly string[])[]>();
  function ways(end: number, n: number): readonly (readonly string[])[] {
    if (n === 0) return end === 0 ? [[]] : [];
    const key = `${end} ${n}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found: (readonly string[])[] = [];
    for (let length = 1; length <= Math.min(longest, end - n + 1) && found.length < 2; length++) {
      const name = unpad(pieces.slice(end - length, end).join(separator));
      if (lookUpChannel(name, channels).channel === undefined) continue;
      for (const rest of ways(end - length, n - 1)) found.push([...rest, name]);
    }
    known.set(key, found);
    return found;
  }
  const [only, another] = ways(pieces.length, count);
  return another === undefined ? only : undefined;
}
