import type { Scale } from '../transforms/kind/transform.ts';
import { CHUNK, type EventChunk } from './chunk.ts';
import type { ColumnSource } from './column-source.ts';
import type { RawColumn, Shard } from './event-table.ts';
import type { FillOfFour, LinearFill } from './linear-values.ts';
import { MOST_MADE, type ScratchMemory } from './scratch-memory.ts';

/** A column to be made: linear values of a channel or source, on a scale where one is named. */
export interface Wanted {
  readonly of: number | ColumnSource;
  readonly scale?: Scale;
}

/** What is known of a sample's columns: how they come about, and those that are there already. */
export interface ColumnMakers {
  readonly fillOf: (of: number | ColumnSource) => LinearFill;
  /** Undefined where these four cannot be made together. */
  readonly fillOfFour: (four: readonly number[], shard: Shard<RawColumn>, scratch: ScratchMemory) => FillOfFour | undefined;
  readonly kept: (wanted: Wanted, shard: Shard<RawColumn>) => Float64Array | undefined;
}

/** Makes the wanted columns of a chunk, in the order in which they were asked for; they last until the next chunk. */
export type MakeColumns = (chunk: EventChunk) => readonly Float64Array[];

/** One thing that is done for each chunk; `room` holds the columns of the scratch memory as long as the chunk. */
type Step = (chunk: EventChunk, room: readonly Float64Array[]) => void;

/**
 * Plans how columns of a shard are made in scratch memory: stored values are read once for four compensated channels, every linear value is made once,
 * and what is kept already is taken.
 */
export function planColumns(wanted: readonly Wanted[], makers: ColumnMakers, scratch: ScratchMemory, shard: Shard<RawColumn>): MakeColumns {
  const kept = wanted.map((one) => makers.kept(one, shard));
  const made = wanted.flatMap((one, i) => (kept[i] === undefined ? [{ ...one, i, key: keyOf(one.of) }] : []));
  const linear = new Map<string | number, LinearPlace>();
  for (const { of, key } of made) if (!linear.has(key)) linear.set(key, { of, place: linear.size });
  let next = linear.size;
  const places = new Map<number, number>();
  const scaling: Step[] = [];
  for (const { i, key, scale } of made) {
    const from = linear.get(key)!.place;
    const isAskedLater = made.some((other) => other.key === key && other.i !== i && (other.i > i || other.scale === undefined));
    const place = scale === undefined || !isAskedLater ? from : next++;
    places.set(i, place);
    if (place !== from) scaling.push((_, room) => room[place]!.set(room[from]!));
    if (scale !== undefined) scaling.push((_, room) => scratch.columnKernels.scale(scale, room[place]!));
  }
  if (next > MOST_MADE) throw new Error(`${next} columns of a chunk: scratch memory holds ${MOST_MADE}`);
  const steps = [...planLinear([...linear.values()], makers, scratch, shard), ...scaling];

  function make(chunk: EventChunk, room: readonly Float64Array[]): readonly Float64Array[] {
    for (const step of steps) step(chunk, room);
    return room;
  }
  const choose = (room: readonly Float64Array[], { start, events }: EventChunk) =>
    wanted.map((_, i) => kept[i]?.subarray(start, start + events) ?? room[places.get(i)!]!);
  const isNoneKept = kept.every((part) => part === undefined);
  const whole = isNoneKept && shard.eventCount >= CHUNK ? choose(scratch.room, { shard, start: 0, events: CHUNK }) : undefined;
  return (chunk) => {
    if (chunk.events < CHUNK)
      return choose(
        make(
          chunk,
          scratch.room.map((column) => column.subarray(0, chunk.events)),
        ),
        chunk,
      );
    make(chunk, scratch.room);
    return whole ?? choose(scratch.room, chunk);
  };
}

interface LinearPlace {
  readonly of: number | ColumnSource;
  readonly place: number;
}

function planLinear(
  places: readonly LinearPlace[],
  { fillOf, fillOfFour, kept }: ColumnMakers,
  scratch: ScratchMemory,
  shard: Shard<RawColumn>,
): readonly Step[] {
  const steps: Step[] = [];
  let waiting: LinearPlace[] = [];
  const alone = ({ of, place }: LinearPlace): void => {
    const fill = fillOf(of);
    steps.push((chunk, room) => fill(chunk, room[place]!, scratch.columnKernels));
  };
  for (const one of places) {
    const { of, place } = one;
    const known = kept({ of }, shard);
    if (known !== undefined) steps.push(({ start, events }, room) => room[place]!.set(known.subarray(start, start + events)));
    else if (typeof of !== 'number' || fillOfFour([of, of, of, of], shard, scratch) === undefined) alone(one);
    else waiting.push(one);
    if (waiting.length < 4) continue;
    const [a, b, c, d] = waiting.map((member) => member.place) as [number, number, number, number];
    const fill = fillOfFour(
      waiting.map((member) => member.of as number),
      shard,
      scratch,
    );
    if (fill === undefined) waiting.forEach(alone);
    else steps.push((chunk, room) => fill(chunk, [room[a]!, room[b]!, room[c]!, room[d]!]));
    waiting = [];
  }
  waiting.forEach(alone);
  return steps;
}

export const keyOf = (of: number | ColumnSource): number | string => (typeof of === 'number' ? of : JSON.stringify(of));
