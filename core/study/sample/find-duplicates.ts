/** Events by the digest of their bytes. */
export interface NamedEvents {
  readonly file: string;
  /** 0 for the first data set of the file. */
  readonly dataset: number;
  readonly eventCount: number;
  readonly dataSha256: string;
}

export type Duplicates = readonly Pick<NamedEvents, 'file' | 'dataset'>[];

/** Groups of data sets that hold the same events, whatever their names and keywords, in the order of their first members. */
export function findDuplicates(samples: readonly NamedEvents[]): readonly Duplicates[] {
  const groups = new Map<string, NamedEvents[]>();
  for (const sample of samples) {
    if (sample.eventCount === 0 || sample.dataSha256 === '') continue;
    const key = `${sample.dataSha256} ${sample.eventCount}`;
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map((group) => group.map(({ file, dataset }) => ({ file, dataset })));
}
