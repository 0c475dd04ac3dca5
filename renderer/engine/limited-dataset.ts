import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';

/** The data set as if it ended after its first events. Undefined where it is hardly longer, or where events have no fixed place. */
export function limitedTo(dataset: FcsDataset, events: number): FcsDataset | undefined {
  const { layout, eventCount } = dataset;
  if (eventCount < events * 4 || layout.encoding.kind !== 'columns') return undefined;
  return { ...dataset, eventCount: events, layout: { ...layout, bytes: events * layout.rowBytes } };
}
