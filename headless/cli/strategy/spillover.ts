import { type Catalogue, type Language, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { TableForm } from '../../../core/base/tables/write-table.ts';
import type { ControlEvents, ControlWarning, SingleStain } from '../../../core/data/compensation/control.ts';
import { judgedSpillover, type RowVerdict } from '../../../core/data/compensation/judge-stains.ts';
import { checkResiduals } from '../../../core/data/compensation/residual-check.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';
import { writeMatrixCsv, writeMatrixMtx } from '../../../core/exchange/formats/matrix-file.ts';
import { readTable } from '../../../core/study/sample/raw-sample.ts';
import { controlEvents } from '../../../core/study/sample/read-control.ts';
import { openFile } from '../../files/file-source.ts';
import { writeWhole } from '../../files/write-file.ts';
import { createPool } from '../../host/host.ts';
import { describeError, exitCodes, isFailed, printErrors, printJson, textTable } from '../shared/output.ts';

export interface Stained {
  readonly detector: string;
  readonly file: string;
}

export interface SpilloverOptions {
  readonly unstained: string | undefined;
  readonly out: string | undefined;
  /** Detectors whose rows a person takes although they were held back or refused. */
  readonly accept: readonly string[];
  readonly form: TableForm;
  readonly lang: Language;
  readonly mode: ReadingMode;
  readonly json: boolean;
}

/** The command `spillover`: a matrix from single stains, with how sure it is and what it leaves. */
export async function computeSpillover(stains: readonly Stained[], options: SpilloverOptions): Promise<number> {
  const result = await run(stains, options).catch((error: unknown) => describeError(stains[0]?.file ?? '', error, options.lang));
  if (options.json) printJson({ files: [result] });
  else if (!isFailed(result)) process.stdout.write(`${textOf(result, options.lang)}\n`);
  printErrors([result]);
  if (isFailed(result)) return exitCodes.nothingDone;
  if (result.isWhole) return exitCodes.done;
  process.stderr.write(
    `${say(options.out === undefined ? sentences.withheld : sentences.notWritten, { out: options.out ?? '' }, options.lang)}\n`,
  );
  return options.out === undefined ? exitCodes.someFailed : exitCodes.nothingDone;
}

async function run(stained: readonly Stained[], { unstained, out, accept, form, lang, mode }: SpilloverOptions) {
  const detectors = [...new Set(stained.map(({ detector }) => detector))];
  const unknown = accept.find((name) => !detectors.includes(name));
  if (unknown !== undefined) throw new Problem('accept-unknown', sentences.unknown, { row: unknown, rows: detectors.join(', ') });
  const controls = await readControls(stained, unstained, detectors, mode);
  const accepted = new Set(accept.map((name) => detectors.indexOf(name)));
  const { verdicts, ...computed } = judgedSpillover(detectors.length, controls.stains, controls.universal, accepted);
  const open = verdicts.filter(({ isAccepted }) => !isAccepted);
  const matrix = { fluorochromes: detectors, detectors, matrix: computed.matrix.map((row) => [...row]) };
  if (out !== undefined && open.length === 0) {
    const text = out.toLowerCase().endsWith('.mtx') ? writeMatrixMtx('computed', matrix) : writeMatrixCsv(matrix, form);
    await writeWhole(out, async (stream) => void stream.end(text));
  }
  const isOut = (row: number) => verdicts.some((verdict) => verdict.row === row && (verdict.state === 'refused' || !verdict.isAccepted));
  const used = controls.stains.filter(({ primary }) => !isOut(primary));
  const fileOf = (row: number) => stained.find(({ detector }) => detector === detectors[row])?.file ?? '';
  return {
    file: stained[0]?.file ?? '',
    detectors,
    ...computed,
    // a row that nobody accepted has no numbers
    matrix: computed.matrix.map((row, i) => row.map((value) => (open.some((verdict) => verdict.row === i) ? null : value))),
    rows: verdicts.map((verdict) => ({
      detector: detectors[verdict.row]!,
      file: fileOf(verdict.row),
      state: verdict.isAccepted ? 'accepted' : verdict.state,
      code: verdict.code,
      message: sentenceOf(verdict, detectors, fileOf, lang),
    })),
    isWhole: open.length === 0,
    residuals: checkResiduals(computed.matrix, used, controls.universal),
  };
}

async function readControls(
  stained: readonly Stained[],
  unstained: string | undefined,
  detectors: readonly string[],
  mode: SpilloverOptions['mode'],
): Promise<{ readonly stains: readonly SingleStain[]; readonly universal: ControlEvents | undefined }> {
  const read = async (file: string): Promise<ControlEvents> => {
    const source = await openFile(file);
    try {
      const raw = await readTable(source, createPool(), { mode });
      try {
        return controlEvents(raw, detectors);
      } finally {
        raw.table.release();
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.place.path !== undefined) throw error;
      throw new Problem(error.code, error.sentence, error.values, { ...error.place, path: file });
    } finally {
      await source.close();
    }
  };
  const stains: SingleStain[] = [];
  for (const { detector, file } of stained) stains.push({ ...(await read(file)), name: detector, primary: detectors.indexOf(detector) });
  return { stains, universal: unstained === undefined ? undefined : await read(unstained) };
}

function sentenceOf(
  { row, code, value, other, isAccepted, state }: RowVerdict,
  detectors: readonly string[],
  fileOf: (row: number) => string,
  lang: Language,
) {
  const values = {
    row: detectors[row]!,
    file: fileOf(row),
    other: other === undefined ? '' : detectors[other]!,
    otherFile: other === undefined ? '' : fileOf(other),
    value: Number.isInteger(value) ? value : value.toFixed(2),
  };
  const end = isAccepted
    ? state === 'held'
      ? sentences.accepted
      : sentences.acceptedEmpty
    : state === 'held'
      ? sentences.held
      : sentences.refused;
  return `${say(sentences[code], values, lang)}${lang === 'ja' ? '' : ' '}${say(end, values, lang)}`;
}

function textOf(result: Awaited<ReturnType<typeof run>>, lang: Language): string {
  const { detectors, matrix, conditionNumber, warnings, residuals, rows } = result;
  const lines = matrix.map((row, i) => [detectors[i] ?? '', ...row.map((value) => value?.toFixed(5) ?? '–')]);
  const off = residuals
    .filter(({ isOff }) => isOff)
    .map(
      ({ stain, detector, slope }) =>
        `! ${say(sentences.residual, { stain, detector: detectors[detector] ?? '', slope: slope.toFixed(4) }, lang)}`,
    );
  const warned = warnings
    .filter(({ control }) => !rows.some(({ detector }) => detector === control))
    .map(
      ({ code, control, value = 0 }) =>
        `! ${say(warningSentences[code], { control, value: Number(value.toPrecision(3)) }, lang)} [${code}]`,
    );
  const refused = rows.map(({ message, code }) => `! ${message} [${code}]`);
  const condition = say(sentences.condition, { value: conditionNumber.toFixed(2) }, lang);
  return [textTable(['', ...detectors], lines), condition, ...refused, ...warned, ...off].join('\n');
}

const sentences = {
  'few-positives': {
    en: '{row}: {file} has only {value} events that are clearly positive, and no coefficient can be told from them.',
    ja: '{row}: {file} には明らかな陽性イベントが{value}個しかなく、係数を求められません。',
  },
  'negative-coefficient': {
    en: '{row}: by {file}, {value} of its light would be in {other}; light cannot be less than none. Is it another tube, or was it compensated before?',
    ja: '{row}: {file} では {other} への係数が{value}となります。光が負になることはありません。別のチューブか、補正済みの可能性があります。',
  },
  'tubes-swapped': {
    en: '{row}: {file} is brightest in {other}, and {otherFile} in {row}: the two tubes seem to be swapped.',
    ja: '{row}: {file} は {other} で、{otherFile} は {row} で最も明るく、2つのチューブが入れ替わっているとみられます。',
  },
  'coefficient-above-one': {
    en: '{row}: by {file}, {other} sees {value} times the light that {row} sees. Another tube, or voltages that do not fit?',
    ja: '{row}: {file} では {other} に {row} の{value}倍の光が入ります。チューブの取り違えか、電圧の不適合の可能性があります。',
  },
  refused: { en: 'The row is refused.', ja: 'この行は採用しません。' },
  held: { en: 'The row is held back; --accept {row} takes it as it is.', ja: 'この行は保留しました(--accept {row} で採用)。' },
  accepted: { en: 'The row was accepted as it is.', ja: '指定により、この行を採用しました。' },
  acceptedEmpty: { en: 'As asked, the row is written without spillover.', ja: '指定により、この行は漏れ込みなしとして書き出します。' },
  withheld: { en: 'The matrix is not whole.', ja: '行列は完成していません。' },
  notWritten: {
    en: '{out} was not written, since the matrix is not whole. --accept ROW writes a row that is held back as it is, and one that is refused without spillover.',
    ja: '行列が完成していないため {out} を書き込みませんでした。--accept 行 で、保留した行はそのまま、採用しない行は漏れ込みなしとして書き出します。',
  },
  unknown: { en: 'There is no row {row} to accept; there are {rows}.', ja: '行 {row} はありません(あるのは {rows})。' },
  residual: {
    en: '{slope} of the light of {stain} is left in {detector}.',
    ja: '{stain} の光の {slope} が {detector} に残っています。',
  },
  condition: { en: 'condition number {value}', ja: '条件数 {value}' },
} as const satisfies Catalogue;

const warningSentences = {
  'few-positives': { en: '{control} has only {value} positive events.', ja: '{control} の陽性イベントは{value}個です。' },
  saturated: {
    en: '{value} events of {control} are at the end of the scale and were left out.',
    ja: '{control} の{value}イベントがスケールの上限にあり、除きました。',
  },
  weak: { en: '{control} is weak.', ja: '{control} の染色が弱くなっています。' },
  'no-negative': {
    en: '{control} has no negatives of its own, and no unstained control was given: background counts as light.',
    ja: '{control} に陰性がなく、未染色コントロールもないため、背景光が含まれます。',
  },
  'dimmer-than-spill': {
    en: '{control} is brighter in another detector than in its own.',
    ja: '{control} は自身より他の検出器で明るくなっています。',
  },
  'not-converged': { en: 'The refinement did not settle; {value} is left.', ja: '反復計算が収束しませんでした(残り {value})。' },
} as const satisfies Catalogue<ControlWarning['code']>;
