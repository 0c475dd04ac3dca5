import type { Channel } from '../fcs/fcs-file.ts';
import { isLinear, toLinear } from '../fcs/scale-values.ts';
import { CHUNK } from './chunk.ts';
import type { ColumnSource } from './column-source.ts';
import type { Compensation } from './compensation.ts';
import type { RawColumn, Shard, Values } from './event-table.ts';
import { addWeighted } from './weighted-sum.ts';
import type { Workbench } from './workbench.ts';

/** Puts the linear values of `out.length` (at most `CHUNK`) events of a shard into `out`, from the event `start` on. */
export type LinearFill = (shard: Shard<RawColumn>, start: number, out: Float64Array, bench: Workbench) => void;

/** Puts the linear values of four channels that the compensation makes of the same stored ones into `outs`. False where it cannot. */
export function compensateFour(four: readonly number[], channels: readonly Channel[], compensation: Compensation | undefined) {
  const positions = four.map((of) => compensation?.channels.indexOf(of) ?? -1);
  if (compensation === undefined || positions.some((position) => position < 0)) return undefined;
  const { inverse } = compensation;
  // a channel that is not in a sum must not bring its infinities into it
  if (inverse.some((row) => positions.some((position) => (row[position] ?? 0) === 0))) return undefined;
  if (!compensation.channels.every((member) => isLinear(channelOf(channels, member)))) return undefined;
  const weights = Float64Array.from(inverse.flatMap((row) => positions.map((position) => row[position]!)));
  return (shard: Shard<RawColumn>, start: number, outs: readonly Float64Array[], bench: Workbench): boolean => {
    const observed = compensation.channels.map((member): Values => rawOf(shard, member).subarray(start, start + outs[0]!.length));
    return areFloats(observed) && bench.addFour(observed, weights, outs);
  };
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
  const { A, B, C } = source;
  const [above, below] = [fillOfSource(source.numerator, channels), fillOfSource(source.denominator, channels)];
  const divisor = new Float64Array(CHUNK);
  return (shard, start, out, bench) => {
    below(shard, start, out, bench);
    divisor.set(out);
    above(shard, start, out, bench);
    for (let event = 0; event < out.length; event++) out[event] = (A * (out[event]! - B)) / (divisor[event]! - C);
  };
}

function plain(index: number, channels: readonly Channel[]): LinearFill {
  const channel = channelOf(channels, index);
  return (shard, start, out) => {
    toLinear(rawOf(shard, index).subarray(start, start + out.length) as RawColumn, channel, out.length, out);
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
  return (shard, start, out, bench) => {
    const observed = used.map(({ member, channel }, i): Values => {
      const raw = rawOf(shard, member).subarray(start, start + out.length) as RawColumn;
      const into = made[i];
      return into === undefined ? raw : toLinear(raw, channel, out.length, into);
    });
    if (areFloats(observed) && bench.add(observed, ofUsed, out)) return;
    addWeighted(out.fill(0), observed, factors);
  };
}

const areFloats = (columns: readonly Values[]): columns is readonly Float32Array[] =>
  columns.every((column) => column instanceof Float32Array);

function channelOf(channels: readonly Channel[], index: number): Channel {
  const channel = channels[index];
  if (channel === undefined) throw new Error(`no channel ${index}`);
  return channel;
}

function rawOf(shard: Shard<RawColumn>, index: number): RawColumn {
  const column = shard.columns[index];
  if (column === undefined) throw new Error(`channel ${index} was not read`);
  return column;
}
