import { type Catalogue, type Language, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { TableForm } from '../../../core/base/tables/write-table.ts';
import type { ControlEvents } from '../../../core/data/compensation/control.ts';
import { controlRemarks, rowSentence } from '../../../core/data/compensation/control-words.ts';
import { type JudgedRow, matrixFromControls, type StainedTube } from '../../../core/data/compensation/matrix-from-controls.ts';
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
  const { tubes, universal } = await readControls(stained, unstained, detectors, mode);
  const result = matrixFromControls(detectors, tubes, universal, new Set(accept));
  const { before: _, gates: _gates, rows, matrix, ...computed } = result;
  if (out !== undefined && result.isWhole) {
    const written = { fluorochromes: detectors, detectors, matrix: matrix.map((row) => row.map((value) => value!)) };
    const text = out.toLowerCase().endsWith('.mtx') ? writeMatrixMtx('computed', written) : writeMatrixCsv(written, form);
    await writeWhole(out, async (stream) => void stream.end(text));
  }
  const fileOf = (detector: string) => stained.find((tube) => tube.detector === detector)?.file ?? '';
  return {
    file: stained[0]?.file ?? '',
    ...computed,
    matrix,
    rows: rows.map((row) => ({
      detector: row.detector,
      file: row.file,
      state: row.isAccepted ? 'accepted' : row.state,
      code: row.code,
      message: `${rowSentence(row, detectors, fileOf, lang)}${lang === 'ja' ? '' : ' '}${say(endOf(row), { row: row.detector }, lang)}`,
    })),
    remarks: controlRemarks(result, lang),
  };
}

async function readControls(
  stained: readonly Stained[],
  unstained: string | undefined,
  detectors: readonly string[],
  mode: SpilloverOptions['mode'],
): Promise<{ readonly tubes: readonly StainedTube[]; readonly universal: ControlEvents | undefined }> {
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
  const tubes: StainedTube[] = [];
  for (const { detector, file } of stained) tubes.push({ ...(await read(file)), detector, file });
  return { tubes, universal: unstained === undefined ? undefined : await read(unstained) };
}

function endOf({ isAccepted, state }: JudgedRow) {
  if (isAccepted) return state === 'held' ? sentences.accepted : sentences.acceptedEmpty;
  return state === 'held' ? sentences.held : sentences.refused;
}

function textOf(result: Awaited<ReturnType<typeof run>>, lang: Language): string {
  const { detectors, matrix, conditionNumber, rows, remarks } = result;
  const lines = matrix.map((row, i) => [detectors[i] ?? '', ...row.map((value) => value?.toFixed(5) ?? '–')]);
  const refused = rows.map(({ message, code }) => `! ${message} [${code}]`);
  const said = remarks.map(({ text, code }) => `! ${text} [${code}]`);
  const condition = say(sentences.condition, { value: conditionNumber.toFixed(2) }, lang);
  return [textTable(['', ...detectors], lines), condition, ...refused, ...said].join('\n');
}

const sentences = {
  refused: { en: 'The row is refused.', ja: 'この行は採用しません。' },
  held: { en: 'The row is held back; --accept {row} takes it as it is.', ja: 'この行は保留しました(--accept {row}で採用)。' },
  accepted: { en: 'The row was accepted as it is.', ja: '指定により、この行を採用しました。' },
  acceptedEmpty: { en: 'As asked, the row is written without spillover.', ja: '指定により、この行は漏れ込みなしとして書き出します。' },
  withheld: { en: 'The matrix is not whole.', ja: '行列は完成していません。' },
  notWritten: {
    en: '{out} was not written, since the matrix is not whole. --accept ROW writes a row that is held back as it is, and one that is refused without spillover.',
    ja: '行列が完成していないため{out}を書き込みませんでした。--accept ROWで、保留した行はそのまま、採用しない行は漏れ込みなしとして書き出します。',
  },
  unknown: { en: 'There is no row {row} to accept; there are {rows}.', ja: '行{row}はありません(あるのは{rows})。' },
  condition: { en: 'condition number {value}', ja: '条件数 {value}' },
} as const satisfies Catalogue;
