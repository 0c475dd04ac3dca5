import { Problem } from '../../base/problem.ts';
import { readTable, type TableRow } from '../../base/tables/read-table.ts';
import { tableNumber } from '../../base/tables/table-number.ts';

/** A well of droplets (or of other partitions) of one target. */
export interface DropletWell {
  readonly sample: string;
  readonly target: string;
  readonly positives: number;
  readonly accepted: number;
}

/** A well of a quantitative PCR: no Ct where nothing rose; copies of a standard. */
export interface CtWell {
  readonly sample: string;
  readonly target: string;
  readonly ct: number | undefined;
  readonly copies: number | undefined;
}

export type PcrTable =
  | { readonly kind: 'droplets'; readonly wells: readonly DropletWell[] }
  | { readonly kind: 'ct'; readonly wells: readonly CtWell[] };

/* Columns as Bio-Rad (QuantaSoft, QX Manager), QIAGEN (QIAcuity) and real-time cyclers name them. */
const names = {
  sample: ['sample', 'sample description 1', 'sample/ntc/control', 'sample name'],
  target: ['target', 'target name'],
  positives: ['positives', 'partitions (positive)'],
  accepted: ['accepteddroplets', 'accepted droplets', 'accepted', 'partitions (valid)'],
  ct: ['ct', 'cт', 'cq', 'cp'],
  copies: ['quantity', 'copies'],
  task: ['task', 'content'],
} as const;
type Column = keyof typeof names;

/** Instruments write what they are before their table. */
const LINES_BEFORE = 60;
const nothingRose = /^(undetermined|n\/?a|nan|no ct|-|–)?$/i;

/**
 * Wells from a table of droplets, or of Ct.
 * @throws Problem `pcr-table` with the line of what cannot be read; `pcr-droplets` for more positive droplets than there are, or for none that is negative
 */
export function readPcrTable(input: Uint8Array | string): PcrTable {
  const { rows, decimal } = readTable(input);
  const head = rows.slice(0, LINES_BEFORE).findIndex((row) => placeOf(row, 'sample') >= 0 && placeOf(row, 'target') >= 0);
  const header = rows[head];
  const at = (column: Column) => (header === undefined ? -1 : placeOf(header, column));
  const isDroplets = at('positives') >= 0 && at('accepted') >= 0;
  if (header === undefined || (!isDroplets && at('ct') < 0)) throw new Problem('pcr-table', noColumns, {}, { line: header?.line ?? 1 });
  const body = rows.slice(head + 1).filter(({ cells }) => (cells[at('sample')] ?? '') !== '' && (cells[at('target')] ?? '') !== '');
  const number = ({ line, cells }: TableRow, column: Column): number => {
    const cell = cells[at(column)] ?? '';
    const value = tableNumber(cell, decimal);
    if (cell === '' || !Number.isFinite(value)) throw new Problem('pcr-table', noNumber, { cell, column }, { line });
    return value;
  };
  const named = ({ cells }: TableRow) => ({ sample: cells[at('sample')] ?? '', target: cells[at('target')] ?? '' });
  if (isDroplets)
    return {
      kind: 'droplets',
      wells: body.map((row) => {
        const [positives, accepted] = [number(row, 'positives'), number(row, 'accepted')];
        checkDroplets(positives, accepted, row.line);
        return { ...named(row), positives, accepted };
      }),
    };
  return {
    kind: 'ct',
    wells: body.map((row) => {
      const cell = (row.cells[at('ct')] ?? '').trim();
      const task = (row.cells[at('task')] ?? '').toLowerCase();
      const hasCopies = at('copies') >= 0 && (row.cells[at('copies')] ?? '') !== '';
      const isStandard = hasCopies && (at('task') < 0 || task.startsWith('st'));
      return {
        ...named(row),
        ct: nothingRose.test(cell) ? undefined : number(row, 'ct'),
        copies: isStandard ? number(row, 'copies') : undefined,
      };
    }),
  };
}

const placeOf = ({ cells }: TableRow, column: Column): number =>
  cells.findIndex((cell) => (names[column] as readonly string[]).includes(cell.normalize('NFKC').trim().toLowerCase()));

function checkDroplets(positives: number, accepted: number, line: number): void {
  const isCount = (value: number) => Number.isInteger(value) && value >= 0;
  if (!isCount(positives) || !isCount(accepted) || positives > accepted)
    throw new Problem('pcr-droplets', tooMany, { positives, accepted }, { line });
  if (accepted > 0 && positives === accepted) throw new Problem('pcr-droplets', allPositive, { accepted }, { line });
}

const noColumns = {
  en: 'A table of PCR has the columns sample and target, and positives with accepted droplets (Bio-Rad, QIAGEN) or Ct.',
  ja: 'PCRの表には、sampleとtargetの列、および陽性数と有効液滴数(Bio-Rad・QIAGEN)またはCtの列が必要です。',
};
const noNumber = {
  en: '"{cell}" in the column {column} is no number.',
  ja: '{column}列の「{cell}」は数値ではありません。',
};
const tooMany = {
  en: 'Of {accepted} droplets {positives} cannot be positive.',
  ja: '有効液滴{accepted}個に対し、陽性{positives}個は不正な値です。',
};
const allPositive = {
  en: 'All {accepted} droplets are positive: their copies cannot be reckoned; dilute the sample.',
  ja: '有効液滴{accepted}個がすべて陽性のため、コピー数を算出できません。検体を希釈してください。',
};
