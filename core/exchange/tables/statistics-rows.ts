import { type Language, say } from '../../base/message.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { type GridColumn, withheldWords } from './statistics-grid.ts';

/** A table as it leaves for another program: every column of one kind, empty where there is no value. */
export interface PlainTable {
  readonly columns: readonly { readonly name: string; readonly kind: 'text' | 'number' }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** Digits of a number that is read by people. */
const DIGITS = 4;

/**
 * One row a sample: numbers to four digits, and after all of them the same in full precision and why some are withheld, so that
 * a reader and a program each find what they need.
 */
export function statisticsRows(columns: readonly GridColumn[], analyses: readonly SampleAnalysis[], language: Language): PlainTable {
  const numbers = columns.filter(({ population }) => population !== undefined);
  const nameOf = ({ title, population }: GridColumn) =>
    population === undefined ? title[language] : `${population === '' ? allEvents[language] : population} | ${title[language]}`;
  return {
    columns: [
      ...columns.map((column) => ({ name: nameOf(column), kind: column.kind })),
      ...numbers.map((column) => ({ name: say(exact, { name: nameOf(column) }, language), kind: 'number' as const })),
      { name: withheld[language], kind: 'text' },
    ],
    rows: analyses.map((analysis) => {
      const cells = columns.map((column) => column.cell(analysis));
      const full = numbers.map((column) => column.cell(analysis));
      const reasons = numbers.flatMap((column, i) => {
        const why = full[i]?.withheld;
        return why === undefined ? [] : [`${nameOf(column)}: ${withheldWords[why][language]}`];
      });
      return [
        ...cells.map(
          ({ value, word }, i) =>
            word?.[language] ?? (columns[i]?.population !== undefined && typeof value === 'number' ? rounded(value) : value),
        ),
        ...full.map(({ value }) => value),
        reasons.length === 0 ? undefined : reasons.join('; '),
      ];
    }),
  };
}

const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));

const allEvents = { en: 'all events', ja: '全イベント' };
const exact = { en: '{name} (full precision)', ja: '{name}(全桁)' };
const withheld = { en: 'withheld', ja: '値のない理由' };
