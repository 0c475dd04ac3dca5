import type { SampleMetadata } from '../../data/metadata/sample-metadata.ts';
import type { Repeat } from '../../study/arrangement/layout.ts';

/** A sample by what pages are made for. */
export interface LaidOutSample {
  readonly id: string;
  readonly metadata: SampleMetadata;
  /** The name of the group that gates it. */
  readonly group?: string | undefined;
}

/** Samples that one page is about. */
export interface LayoutPage<S extends LaidOutSample> {
  /** The value that they share; undefined for a page of one sample or of all. */
  readonly value: string | undefined;
  readonly samples: readonly S[];
}

/** Pages of a layout in the order of the samples; of a group by culture day. Samples of which nothing is said stand together at the end. */
export function pagesOf<S extends LaidOutSample>(repeat: Repeat, samples: readonly S[]): readonly LayoutPage<S>[] {
  if (samples.length === 0) return [];
  if (repeat === 'once') return [{ value: undefined, samples }];
  if (repeat === 'sample') return samples.map((sample) => ({ value: undefined, samples: [sample] }));
  const groups = new Map<string | undefined, S[]>();
  for (const sample of samples) {
    const said = repeat === 'group' ? sample.group : sample.metadata[repeat];
    const value = said === undefined ? undefined : String(said);
    groups.set(value, [...(groups.get(value) ?? []), sample]);
  }
  const rest = groups.get(undefined);
  groups.delete(undefined);
  const order = [...groups, ...(rest === undefined ? [] : [[undefined, rest] as const])];
  return order.map(([value, members]) => ({
    value,
    samples: members.toSorted((a, b) => (a.metadata.day ?? Number.POSITIVE_INFINITY) - (b.metadata.day ?? Number.POSITIVE_INFINITY) || 0),
  }));
}
