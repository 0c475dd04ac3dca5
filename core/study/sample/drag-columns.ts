import { type Bitmask, emptyMask } from '../../data/events/bitmask.ts';
import type { Wanted } from '../../data/events/column-pass.ts';
import type { EventRange } from '../../data/events/event-range.ts';
import type { EventTable, RawColumn } from '../../data/events/event-table.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { MOST_WANTED } from '../../data/events/whole-columns.ts';
import { boundedScale } from '../../data/transforms/bounded-scale.ts';
import type { DragAxis, DragColumns, DragPlan, PictureAxis } from '../../gating/drag/drag-plan.ts';
import { BINS } from '../../statistics/histograms/plot-data.ts';

/** Takes in some values of a column, from an event of the range on. */
type Take = (values: Float64Array, first: number) => void;

interface Reading {
  readonly wanted: Wanted;
  readonly take: Take;
}

/** A table of the events of one range only, each of which keeps its place. */
export const tableOfRange = ({ shards }: EventTable<RawColumn>, { from, to }: EventRange): EventTable<RawColumn> => ({
  eventCount: to - from,
  shards: shards.flatMap((shard) => {
    const [first, last] = [Math.max(from, shard.firstEvent), Math.min(to, shard.firstEvent + shard.eventCount)];
    if (first >= last) return [];
    const [start, end] = [first - shard.firstEvent, last - shard.firstEvent];
    const columns = shard.columns.map((column) => column?.subarray(start, end) as RawColumn | undefined);
    return [{ ...shard, firstEvent: first, eventCount: last - first, columns }];
  }),
  release: () => undefined,
});

/** What a drag has to know of the events of one range, in one pass over the columns, which may hold others too. */
export function readDragColumns(
  columns: SampleColumns,
  plan: DragPlan,
  range: EventRange,
  throwIfAborted: () => void = () => undefined,
): DragColumns {
  const events = range.to - range.from;
  const readings: Reading[] = [];
  const read = ({ of, transform, bounds }: DragAxis, take: Take): void =>
    void readings.push({ wanted: transform === undefined ? { of } : { of, scale: boundedScale(transform, bounds) }, take });
  const [x = new Float64Array(0), y] = plan.axes.map((axis) => {
    const values = new Float64Array(events);
    read(axis, (part, first) => values.set(part, first));
    return values;
  });
  const pictures = plan.pictures.map(({ axes }) => {
    const bins = new Uint16Array(events);
    let placeless: Bitmask | undefined;
    axes.forEach((axis, i) => {
      read(axis, (part, first) => addBins(bins, part, first, axis, BINS ** i, (event) => mark(event)));
    });
    const mark = (event: number): void => {
      placeless ??= emptyMask(events);
      placeless[event >>> 5]! |= 1 << event;
    };
    return { bins, placeless: () => placeless };
  });
  for (let i = 0; i < readings.length; i += MOST_WANTED) readAll(readings.slice(i, i + MOST_WANTED));
  return { x, ...(y === undefined ? {} : { y }), pictures: pictures.map(({ bins, placeless }) => ({ bins, placeless: placeless() })) };

  function readAll(some: readonly Reading[]): void {
    columns.pass(
      some.map(({ wanted }) => wanted),
      (made, { shard, start, events: count }) => {
        throwIfAborted();
        const at = shard.firstEvent + start - range.from;
        const [from, to] = [Math.max(0, -at), Math.min(count, events - at)];
        if (from >= to) return;
        some.forEach(({ take }, i) => take(made[i]!.subarray(from, to), at + from));
      },
    );
  }
}

/** The bin of each event along one axis, as the plot itself counts it (`binOf`). */
function addBins(
  bins: Uint16Array,
  values: Float64Array,
  first: number,
  { min, max }: PictureAxis,
  step: number,
  onPlaceless: (event: number) => void,
): void {
  const range = max - min;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i]! - min) / range) * BINS);
    if (bin >= 0) bins[first + i]! += step * (bin < BINS ? bin : BINS - 1);
    else if (Number.isNaN(bin)) onPlaceless(first + i);
  }
}
