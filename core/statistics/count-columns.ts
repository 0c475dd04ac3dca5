import type { AbsoluteResult } from './count-absolute.ts';
import type { ProliferationResult } from './count-generations.ts';

interface Counts {
  readonly absolute?: AbsoluteResult;
  readonly proliferation?: readonly ProliferationResult[];
}

type Value = number | string | undefined;
export interface CountColumn {
  readonly name: string;
  readonly kind: 'number' | 'text';
  /** Of the population of a row, by its path. */
  readonly value: (counts: Counts, path: string) => Value;
}

/**
 * What tables of one row a population say of cells per microlitre and dye dilutions, as far as any sample has them. The numbers of a dye
 * dilution stand in the row of its first generation.
 */
export const countColumns = (samples: readonly Counts[]): readonly CountColumn[] => [
  ...(samples.some(({ absolute }) => absolute !== undefined) ? absoluteColumns : []),
  ...(samples.some(({ proliferation = [] }) => proliferation.length > 0) ? proliferationColumns : []),
];

type Row = AbsoluteResult['populations'][number];
const absolute = (name: string, kind: CountColumn['kind'], of: (row: Row, result: AbsoluteResult) => Value): CountColumn => ({
  name,
  kind,
  value({ absolute: result }, path) {
    const row = result?.populations.find(({ population }) => population === path);
    return row === undefined || result === undefined ? undefined : of(row, result);
  },
});

const absoluteColumns: readonly CountColumn[] = [
  absolute('cells_per_ul', 'number', ({ perMicrolitre }) => perMicrolitre),
  absolute('cells_per_ul_low', 'number', ({ interval }) => interval?.low),
  absolute('cells_per_ul_high', 'number', ({ interval }) => interval?.high),
  absolute('cells_per_ul_by', 'text', ({ reason }, { method }) => (reason === undefined ? method?.by : `withheld: ${reason}`)),
];

const dilution = (name: string, kind: CountColumn['kind'], of: (result: ProliferationResult) => Value): CountColumn => ({
  name,
  kind,
  value({ proliferation = [] }, path) {
    const result = proliferation.find(({ generations }) => generations[0]?.population === path);
    return result && of(result);
  },
});

const proliferationColumns: readonly CountColumn[] = [
  dilution('dye_dilution', 'text', ({ name, reason }) => (reason === undefined ? name : `withheld: ${reason}`)),
  dilution('precursors', 'number', ({ values }) => values?.precursors),
  dilution('percent_divided', 'number', ({ values }) => values?.percentDivided),
  dilution('divisions_per_precursor', 'number', ({ values }) => values?.divisionsPerPrecursor),
  dilution('divisions_per_dividing_cell', 'number', ({ values }) => values?.divisionsPerDividing),
  dilution('expansion', 'number', ({ values }) => values?.expansion),
  dilution('expansion_of_dividing_cells', 'number', ({ values }) => values?.expansionOfDividing),
];
