import { held } from '../transforms/bounded-scale.ts';
import type { Channel } from './channel.ts';
import { CHUNK, type EventChunk } from './chunk.ts';
import type { ColumnKernels, StoredFloats } from './column-kernels.ts';
import type { ColumnSource } from './column-source.ts';
import type { Compensation } from './compensation.ts';
import type { RawColumn, Shard, Values } from './event-table.ts';
import { isLinear, toLinear } from './scale-values.ts';
import { addWeighted } from './weighted-sum.ts';

/** Puts the linear values of a chunk's events into `out`. */
export type LinearFill = (chunk: EventChunk, out: Float64Array, kernels: ColumnKernels) => void;

/** Puts the linear values of four channels of a chunk into `outs`. */
export type FillOfFour = (chunk: EventChunk, outs: readonly Float64Array[]) => void;

/** Four channels that the compensation makes of the same stored values, which are read once for them; undefined where that cannot be. */
export function compensateFour(
  four: readonly number[],
  channels: readonly Channel[],
  compensation: Compensation | undefined,
  shard: Shard<RawColumn>,
  { addFour }: ColumnKernels,
): FillOfFour | undefined {
  const positions = four.map((of) => compensation?.channels.indexOf(of) ?? -1);
  if (compensation === undefined || positions.some((position) => position < 0)) return undefined;
  const { inverse } = compensation;
  // a channel that is not in a sum must not bring its infinities into it
  if (inverse.some((row) => positions.some((position) => (row[position] ?? 0) === 0))) return undefined;
  const members = compensation.channels.map((member) => ({ channel: member, values: shard.columns[member] }));
  if (!compensation.channels.every((member) => isLinear(channelOf(channels, member))) || !areFloats(members)) return undefined;
  return addFour(
    members,
    inverse.flatMap((row) => positions.map((position) => row[position]!)),
  );
}

/** How the linear values of a channel, compensated where it is part of the compensation, or of a source come about. */
export function linearFill(of: number | ColumnSource, channels: readonly Channel[], compensation: Compensation | undefined): LinearFill {
  if (typeof of !== 'number') return fillOfSource(of, channels);
  const position = compensation?.channels.indexOf(of) ?? -1;
  if (compensation === undefined || position < 0) return plain(of, channels);
  return mix(
    compensation.channels,
    compensation.inverse.map((row) => row[position] ?? 0),
    channels,
  );
}

function fillOfSource(source: ColumnSource, channels: readonly Channel[]): LinearFill {
  if (source.kind !== 'ratio') {
    const described = source.gain === 'ignored' ? channels.map((channel) => ({ ...channel, gain: 1 })) : channels;
    if (source.kind === 'channel') return mix([source.channel], [source.factor], described);
    return mix(source.channels, source.weights, described);
  }
  const { A, B, C, bounds } = source;
  const [above, below] = [fillOfSource(source.numerator, channels), fillOfSource(source.denominator, channels)];
  const divisor = new Float64Array(CHUNK);
  return (chunk, out, kernels) => {
    below(chunk, out, kernels);
    divisor.set(out);
    above(chunk, out, kernels);
    for (let event = 0; event < out.length; event++) out[event] = (A * (out[event]! - B)) / (divisor[event]! - C);
    if (bounds === undefined) return;
    // a division by zero has no value that could be held
    for (let event = 0; event < out.length; event++) out[event] = Number.isFinite(out[event]) ? held(out[event]!, bounds) : Number.NaN;
  };
}

function plain(index: number, channels: readonly Channel[]): LinearFill {
  const channel = channelOf(channels, index);
  return (chunk, out) => {
    toLinear(rawOf(chunk, index), channel, chunk.events, out);
  };
}

function mix(members: readonly number[], weights: readonly number[], channels: readonly Channel[]): LinearFill {
  const used = members.flatMap((member, i) =>
    weights[i] === 0 ? [] : [{ member, channel: channelOf(channels, member), weight: weights[i]! }],
  );
  // stored values that are linear already are taken where they lie
  const made = used.map(({ channel }) => (isLinear(channel) ? undefined : new Float64Array(CHUNK)));
  const factors = used.map(({ weight }) => weight);
  const ofUsed = Float64Array.from(factors);
  return (chunk, out, kernels) => {
    const observed = used.map(({ member, channel }, i) => {
      const values = rawOf(chunk, member);
      const into = made[i];
      return { channel: member, values: into === undefined ? values : toLinear(values, channel, chunk.events, into) };
    });
    if (areFloats(observed) && kernels.add(chunk, observed, ofUsed, out)) return;
    addWeighted(
      out.fill(0),
      observed.map(({ values }): Values => values),
      factors,
    );
  };
}

const areFloats = (
  members: readonly { readonly channel: number; readonly values: Values | undefined }[],
): members is readonly StoredFloats[] => members.every(({ values }) => values instanceof Float32Array);

function channelOf(channels: readonly Channel[], index: number): Channel {
  const channel = channels[index];
  if (channel === undefined) throw new Error(`no channel ${index}`);
  return channel;
}

function rawOf({ shard, start, events }: EventChunk, index: number): RawColumn {
  const column = shard.columns[index];
  if (column === undefined) throw new Error(`channel ${index} was not read`);
  return column.subarray(start, start + events) as RawColumn;
}
