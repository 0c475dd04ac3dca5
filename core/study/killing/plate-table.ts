import { checkDocumentOf } from '../../base/json-document.ts';
import { Problem } from '../../base/problem.ts';
import { readTable } from '../../base/tables/read-table.ts';
import { type Decimal, tableNumber } from '../../base/tables/table-number.ts';
import { type Effector, type Plate, plateSchema, type WellRow, wellName, wellRoles } from './plate.ts';

/** Columns by the names that people give them. */
const columns = {
  well: ['well', 'ウェル'],
  role: ['role', '役割', '種別'],
  effector: ['effector', 'エフェクター', '効果細胞'],
  lot: ['lot', 'ロット'],
  donor: ['donor', 'ドナー'],
  method: ['method', '培養法'],
  day: ['day', '培養日数'],
  basis: ['basis', '計数の基準'],
  viability: ['viability', '生存率'],
  nkOfViable: ['nk', 'nkofviable', 'nk%'],
  cells: ['cells', '細胞数'],
  control: ['control', '対照'],
  et: ['et', 'e:t', 'e/t', 'e/t比'],
  replicate: ['replicate', '反復'],
  signal: ['signal', '測定値'],
  dead: ['dead', '死細胞'],
  targets: ['targets', '標的細胞'],
  live: ['live', '生細胞'],
  beads: ['beads', 'ビーズ'],
  reference: ['reference', '対照標的'],
  volume: ['volume', '測定量'],
  degranulated: ['cd107a', 'cd107a+', 'cd107a陽性'],
  nkCells: ['nkcells', 'nk細胞数'],
  fcs: ['fcs', 'fcsfile', 'fcsファイル'],
  excluded: ['excluded', '除外'],
  reason: ['reason', '除外理由'],
} as const;
type Column = keyof typeof columns;

const roleWords: { readonly [word: string]: WellRow['role'] } = {
  ...Object.fromEntries(wellRoles.map((role) => [role, role])),
  spontaneous: 'target-alone',
  'target alone': 'target-alone',
  標的のみ: 'target-alone',
  標的細胞のみ: 'target-alone',
  自然遊離: 'target-alone',
  max: 'maximum',
  最大: 'maximum',
  最大遊離: 'maximum',
  'effector alone': 'effector-alone',
  エフェクターのみ: 'effector-alone',
  効果細胞のみ: 'effector-alone',
  experimental: 'test',
  試験: 'test',
  ブランク: 'blank',
  'blank with detergent': 'blank-detergent',
  ビーズ: 'beads',
};

const yes = /^(x|1|yes|true|はい|除外|○|✓)$/i;

/**
 * A plate from a table with a row a well: the twin of its JSON. Effectors are what rows of one name say; a lot, donor or method that two rows of one
 * effector tell otherwise is refused.
 * @throws Problem `plate-table` with the line
 */
export function readPlateTable(input: Uint8Array | string, name: string): Plate {
  const { rows, decimal } = readTable(input);
  const [head, ...body] = rows;
  const heads = (head?.cells ?? []).map((cell) => cell.normalize('NFKC').trim().toLowerCase().replaceAll(' ', ''));
  const places = Object.fromEntries(
    (Object.keys(columns) as Column[]).map((column) => [
      column,
      heads.findIndex((cell) => (columns[column] as readonly string[]).includes(cell)),
    ]),
  ) as { readonly [C in Column]: number };
  if (places.well < 0 || places.role < 0) throw new Problem('plate-table', noColumns, {}, { line: head?.line ?? 1 });
  const effectors = new Map<string, SaidEffector>();
  const wells = body.map(({ line, cells }): WellRow => {
    const at = (column: Column): string => (places[column] < 0 ? '' : (cells[places[column]] ?? ''));
    const number = (column: Column): number | undefined => numberIn(at(column), decimal, line, column);
    const role = roleWords[at('role').normalize('NFKC').trim().toLowerCase()];
    if (role === undefined) throw new Problem('plate-table', noRole, { role: at('role'), known: wellRoles.join(', ') }, { line });
    const id = at('effector') || at('lot');
    if (id !== '') effectors.set(id, effectorOf(id, at, number, effectors.get(id), line));
    const isExcluded = yes.test(at('excluded').normalize('NFKC'));
    if (isExcluded && at('reason') === '') throw new Problem('plate-table', noReason, { well: at('well') }, { line });
    return {
      well: at('well'),
      role,
      ...(id === '' ? {} : { effector: id }),
      ...present('et', number('et')),
      ...present('replicate', number('replicate')),
      ...Object.fromEntries(
        (['signal', 'dead', 'targets', 'live', 'beads', 'reference', 'volume', 'degranulated', 'nkCells'] as const).flatMap((column) =>
          at(column) === '' ? [] : [[column, readingOf(at(column), decimal)]],
        ),
      ),
      ...(at('fcs') === '' ? {} : { fcs: { file: at('fcs') } }),
      ...(isExcluded ? { excluded: { reason: at('reason') } } : {}),
    };
  });
  return checkDocumentOf(
    {
      format: 'lymphoscope-plate',
      version: 1,
      name,
      size: sizeOf(wells),
      effectors: [...effectors.values()].map((effector) => ({ basis: 'viable', ...effector })),
      wells,
    },
    { code: 'plate-table', name: { en: 'table of a plate', ja: 'プレートの表' }, schema: plateSchema },
  );
}

/** What rows have said so far: a basis that none tells is that of viable cells. */
type SaidEffector = Omit<Effector, 'basis'> & Partial<Pick<Effector, 'basis'>>;

/** A table does not say how large its plate is: 96 wells, or 384 where a well lies outside them. */
const sizeOf = (wells: readonly WellRow[]): Plate['size'] =>
  wells.some(({ well }) => wellName(well, 96) === undefined && wellName(well, 384) !== undefined) ? 384 : 96;

const present = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value });

/** A reading that is no number stays as it is written: the plate names it. */
const readingOf = (cell: string, decimal: Decimal | undefined): number | string => {
  const value = tableNumber(cell, decimal);
  return Number.isNaN(value) ? cell : value;
};

function numberIn(cell: string, decimal: Decimal | undefined, line: number, column: Column): number | undefined {
  if (cell === '') return undefined;
  const value = tableNumber(cell.replace(/:1$/, ''), decimal);
  if (Number.isNaN(value)) throw new Problem('plate-table', noNumber, { cell, column }, { line });
  return value;
}

function effectorOf(
  id: string,
  at: (column: Column) => string,
  number: (column: Column) => number | undefined,
  known: SaidEffector | undefined,
  line: number,
): SaidEffector {
  const said: Partial<Effector> = {
    ...present('lot', at('lot') || undefined),
    ...present('donor', at('donor') || undefined),
    ...present('method', at('method') || undefined),
    ...present('day', number('day')),
    ...present('viability', number('viability')),
    ...present('nkOfViable', number('nkOfViable')),
    ...present('cells', number('cells')),
    ...(at('control') === '' ? {} : { isControl: yes.test(at('control')) }),
    ...(at('basis') === '' ? {} : { basis: basisOf(at('basis'), line) }),
  };
  for (const [field, value] of Object.entries(said)) {
    const before = known?.[field as keyof SaidEffector];
    if (before !== undefined && before !== value)
      throw new Problem('plate-table', contradicts, { effector: id, field, value: String(value), before: String(before) }, { line });
  }
  return { id, ...known, ...said };
}

function basisOf(cell: string, line: number): Effector['basis'] {
  const word = cell.normalize('NFKC').trim().toLowerCase();
  if (word === 'total' || word === '総細胞') return 'total';
  if (word === 'viable' || word === '生細胞') return 'viable';
  throw new Problem('plate-table', noBasis, { cell }, { line });
}

const noColumns = {
  en: 'A table of a plate has the columns well and role, and those that say what was put in and read.',
  ja: 'プレートの表には、well(ウェル)とrole(役割)の列が必要です。',
};
const noRole = {
  en: '"{role}" is no role of a well; there are: {known}.',
  ja: '「{role}」はウェルの役割ではありません(使用できる値:{known})。',
};
const noReason = { en: 'Well {well} is left out without a reason.', ja: 'ウェル{well}の除外理由がありません。' };
const noNumber = { en: '"{cell}" in the column {column} is no number.', ja: '{column}列の「{cell}」は数値ではありません。' };
const contradicts = {
  en: 'The effector {effector} has {field} {value} here and {before} before.',
  ja: 'エフェクター{effector}の{field}が行によって異なります({before}と{value})。',
};
const noBasis = { en: '"{cell}" is neither total nor viable.', ja: '「{cell}」はtotal(総細胞)またはviable(生細胞)ではありません。' };
