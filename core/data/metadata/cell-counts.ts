import type { CellKind, SampleMetadata } from './sample-metadata.ts';

/** What a count in the metadata of a sample is of where nobody says otherwise. */
const UNSAID: CellKind = 'viable';

/** Metadata in which every count says which cells it is of, and nothing says so of a count that is not there. */
export function withCellKinds<M extends Partial<SampleMetadata>>(metadata: M): M {
  const { cells, cellsKind = UNSAID, seededCells, seededCellsKind = UNSAID } = metadata;
  return {
    ...without(metadata, ['cellsKind', 'seededCellsKind']),
    ...(cells === undefined ? {} : { cellsKind }),
    ...(seededCells === undefined ? {} : { seededCellsKind }),
  };
}

/** The same with nothing said of counts that are what an unsaid one is. */
export function withoutUnsaidKinds<M extends Partial<SampleMetadata>>(metadata: M): M {
  const said = withCellKinds(metadata);
  return without(
    said,
    (['cellsKind', 'seededCellsKind'] as const).filter((kind) => said[kind] === UNSAID),
  );
}

const without = <M extends Partial<SampleMetadata>>(metadata: M, names: readonly (keyof SampleMetadata)[]): M =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => !names.some((one) => one === name))) as M;
