import type { Channel } from '../../../core/data/events/channel.ts';
import type { LawSample } from './law-sample.ts';

/**
 * The channel's light times `factor`, as another voltage gives it; its row and column of the matrix follow. The range follows, or stays where
 * the values have room; what stood at the end of the scale stands there still.
 */
export function scaled(sample: LawSample, place: number, factor: number, rangeFollows: boolean): LawSample {
  const { matrix } = sample;
  const { range } = sample.channels[place]!;
  const column = sample.columns[place]!;
  const isPiled = (value: number) => value >= range * (1 - 1e-5);
  const largest = column.reduce((most, value) => (isPiled(value) ? most : Math.max(most, value)), 0);
  const wide = rangeFollows ? range * factor : range * 2 ** Math.max(0, Math.ceil(Math.log2((largest * factor) / range)));
  const end = (value: number) => (value / range) * wide;
  const at = matrix?.places.indexOf(place) ?? -1;
  return {
    ...sample,
    channels: sample.channels.map((channel, i): Channel => (i === place ? { ...channel, range: wide } : channel)),
    columns: sample.columns.map((each, i) => (i === place ? column.map((value) => (isPiled(value) ? end(value) : value * factor)) : each)),
    matrix:
      matrix === undefined || at < 0
        ? matrix
        : {
            ...matrix,
            rows: matrix.rows.map((row, i) =>
              row.map((value, j) => (i === j ? value : i === at ? value / factor : j === at ? value * factor : value)),
            ),
          },
  };
}

/** These events in this order. */
export const withEvents = (sample: LawSample, order: readonly number[]): LawSample => ({
  ...sample,
  columns: sample.columns.map((column) => Float64Array.from(order, (event) => column[event]!)),
  from: Int32Array.from(order, (event) => sample.from[event]!),
});

/** Events that no cell gives: like others, with one channel a thousand ranges beyond its scale. */
export function withAbsurd(sample: LawSample, added: readonly { readonly like: number; readonly place: number }[]): LawSample {
  const far = (place: number) => 1000 * sample.channels[place]!.range;
  return {
    ...sample,
    columns: sample.columns.map((column, place) =>
      Float64Array.from([...column, ...added.map(({ like, place: odd }) => (place === odd ? far(place) : column[like]!))]),
    ),
    from: Int32Array.from([...sample.from, ...added.map(() => -1)]),
  };
}

export const renamed = (sample: LawSample, place: number, name: string): LawSample => ({
  ...sample,
  channels: sample.channels.map((channel, i) => (i === place ? { ...channel, name } : channel)),
});
