import type { Language } from '../../../core/base/message.ts';
import type { ControlEvents, SingleStain } from '../../../core/data/compensation/control.ts';
import { spilloverFromSingleStains } from '../../../core/data/compensation/from-single-stains.ts';
import { checkResiduals } from '../../../core/data/compensation/residual-check.ts';
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
  readonly lang: Language;
  readonly mode: 'default' | 'strict' | 'salvage';
  readonly json: boolean;
}

/** The command `spillover`: a matrix from single stains, with how sure it is and what it leaves. */
export async function computeSpillover(stains: readonly Stained[], options: SpilloverOptions): Promise<number> {
  const result = await run(stains, options).catch((error: unknown) => describeError(stains[0]?.file ?? '', error, options.lang));
  if (options.json) printJson({ files: [result] });
  else if (!isFailed(result)) process.stdout.write(`${textOf(result)}\n`);
  printErrors([result]);
  return isFailed(result) ? exitCodes.nothingDone : exitCodes.done;
}

async function run(stained: readonly Stained[], { unstained, out, mode }: SpilloverOptions) {
  const detectors = [...new Set(stained.map(({ detector }) => detector))];
  const read = async (file: string): Promise<ControlEvents> => {
    const source = await openFile(file);
    try {
      const raw = await readTable(source, createPool(), { mode });
      try {
        return controlEvents(raw, detectors);
      } finally {
        raw.table.release();
      }
    } finally {
      await source.close();
    }
  };
  const stains: SingleStain[] = [];
  for (const { detector, file } of stained) stains.push({ ...(await read(file)), name: detector, primary: detectors.indexOf(detector) });
  const universal = unstained === undefined ? undefined : await read(unstained);
  const computed = spilloverFromSingleStains(detectors.length, stains, universal);
  const matrix = { fluorochromes: detectors, detectors, matrix: computed.matrix.map((row) => [...row]) };
  if (out !== undefined) {
    const text = out.toLowerCase().endsWith('.mtx') ? writeMatrixMtx('computed', matrix) : writeMatrixCsv(matrix);
    await writeWhole(out, async (stream) => void stream.end(text));
  }
  return { file: stained[0]?.file ?? '', detectors, ...computed, residuals: checkResiduals(computed.matrix, stains, universal) };
}

function textOf({ detectors, matrix, conditionNumber, warnings, residuals }: Awaited<ReturnType<typeof run>>): string {
  const rows = matrix.map((row, i) => [detectors[i] ?? '', ...row.map((value) => value.toFixed(5))]);
  const off = residuals
    .filter(({ isOff }) => isOff)
    .map(({ stain, detector, slope }) => `! ${stain} → ${detectors[detector]}: ${slope.toFixed(4)}`);
  const warned = warnings.map(({ code, control }) => `! ${control} [${code}]`);
  return [textTable(['', ...detectors], rows), `condition number ${conditionNumber.toFixed(2)}`, ...warned, ...off].join('\n');
}
