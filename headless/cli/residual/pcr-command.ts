import { Command } from 'commander';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { fractionOf } from '../../../core/biology/rare/counted.ts';
import { pcrSentences } from '../../../core/show/residual/pcr-sentences.ts';
import { keptDays } from '../../../core/study/residual/kept-days.ts';
import { copiesBySample, excludedBy, type FlowFinding, measurePcr, type PcrResult } from '../../../core/study/residual/pcr.ts';
import { readPcrTable } from '../../../core/study/residual/pcr-table.ts';
import { residualResults } from '../../archive/residual-results.ts';
import { readDocument } from '../../files/read-document.ts';
import { withArchive } from '../archive/archive-flags.ts';
import { named } from '../shared/named-problem.ts';
import { describeError, exitCodes, type FileError, printErrors, printJson } from '../shared/output.ts';
import type { SharedFlags } from '../shared/shared-flags.ts';
import { flagNumber } from './flag-number.ts';

interface PcrFlags extends SharedFlags {
  readonly tax: string;
  readonly reference: string;
  readonly taxCopies?: number;
  readonly referenceCopies?: number;
  readonly dropletNl?: number;
  readonly dnaNg?: number;
  readonly pgPerCell: number;
  readonly cellsAssayed?: number;
  readonly confidence: number;
  readonly flow?: string;
  readonly archive?: string;
  readonly lot?: string;
  readonly day?: number;
}

/** Of a diploid human cell. */
const PICOGRAMS = 6.6;

/** The command `residual pcr`: proviral load from droplets, Ct or copies, beside flow cytometry of the day. */
export function pcrCommand(finish: (code: number) => void): Command {
  return new Command('pcr')
    .description(
      'Proviral load (tax) from a table of droplets or of Ct with standards, or from copies; beside flow cytometry of the same day.',
    )
    .argument('[table]', 'droplets (Bio-Rad, QIAGEN) or Ct with standards, as CSV')
    .option('--tax <target>', 'the target of the provirus in the table', 'tax')
    .option('--reference <target>', 'the reference gene in the table', 'RPP30')
    .option('--tax-copies <n>', 'copies in place of a table', flagNumber)
    .option('--reference-copies <n>', 'copies of the reference gene, two a cell', flagNumber)
    .option('--droplet-nl <nl>', 'volume of a droplet; no default (0.85 and 0.91 are both common)', flagNumber)
    .option('--dna-ng <ng>', 'DNA assayed; needed where nothing is detected', flagNumber)
    .option('--pg-per-cell <pg>', 'DNA of a cell', flagNumber, PICOGRAMS)
    .option('--cells-assayed <n>', 'cells in that DNA, where counted otherwise', flagNumber)
    .option('--confidence <fraction>', 'such as 0.95', flagNumber, 0.95)
    .option('--flow <n/total>', 'residual events and their denominator on the same day, such as 12/500000')
    .option('--archive <place>', 'or the result that an archive keeps; needs --lot and --day')
    .option('--day <day>', 'culture day of that result', flagNumber)
    .option('--lot <lot>', 'lot of that result')
    .action(async (table: string | undefined, _: unknown, self: Command) => {
      const flags = self.optsWithGlobals<PcrFlags>();
      const { results, failed } = await resultsOf(table, flags);
      const flow = await flowOf(flags);
      if (flags.json === true)
        printJson({
          samples: results.map((result) => ({
            ...result,
            ...(flow && { flow, excludedBy: excludedBy(result, flow) ?? null }),
            sentences: pcrSentences(result, flow, flags.lang),
          })),
          errors: failed,
        });
      else process.stdout.write(`${results.map((result) => pcrSentences(result, flow, flags.lang).join('\n')).join('\n\n')}\n`);
      printErrors(failed);
      finish(results.length === 0 ? exitCodes.nothingDone : failed.length > 0 ? exitCodes.someFailed : exitCodes.done);
    });
}

async function resultsOf(
  table: string | undefined,
  flags: PcrFlags,
): Promise<{ readonly results: readonly PcrResult[]; readonly failed: readonly FileError[] }> {
  const { confidence, taxCopies, referenceCopies, dnaNg, pgPerCell, cellsAssayed, lang } = flags;
  checkNumbers(flags);
  const dna = { nanograms: dnaNg, picogramsPerCell: pgPerCell, cells: cellsAssayed };
  if (table === undefined) {
    if (taxCopies === undefined) throw new Problem('pcr-nothing', nothing);
    const one = (copies: number) => ({ copies, wells: 1, silent: copies > 0 ? 0 : 1 });
    const reference = referenceCopies === undefined ? undefined : one(referenceCopies);
    return { results: [measurePcr('tax', { tax: one(taxCopies), reference }, dna, confidence)], failed: [] };
  }
  const bytes = await readDocument(table);
  const copies = named(table, () =>
    copiesBySample(readPcrTable(bytes), { tax: flags.tax, reference: flags.reference, nanolitres: flags.dropletNl }, confidence),
  );
  const failed: FileError[] = [];
  const results = [...copies].flatMap(([sample, found]) => measured(sample, found, { dna, confidence, table, lang, failed }));
  return { results, failed };
}

/** Each sample by itself: one that cannot be told ends no other. */
function measured(
  sample: string,
  found: Parameters<typeof measurePcr>[1],
  of: {
    readonly dna: Parameters<typeof measurePcr>[2];
    readonly confidence: number;
    readonly table: string;
    readonly lang: Language;
    readonly failed: FileError[];
  },
): readonly PcrResult[] {
  try {
    return [measurePcr(sample, found, of.dna, of.confidence)];
  } catch (error) {
    of.failed.push(describeError(of.table, error, of.lang));
    return [];
  }
}

function checkNumbers({ confidence, taxCopies, referenceCopies, dnaNg, pgPerCell, cellsAssayed }: PcrFlags): void {
  if (!(confidence >= 0.5 && confidence < 1)) throw new Problem('pcr-number', badNumber, { option: '--confidence', value: confidence });
  const least = { '--tax-copies': taxCopies, '--reference-copies': referenceCopies };
  for (const [option, value] of Object.entries(least))
    if (value !== undefined && value < 0) throw new Problem('pcr-number', badNumber, { option, value });
  const above = { '--dna-ng': dnaNg, '--pg-per-cell': pgPerCell, '--cells-assayed': cellsAssayed };
  for (const [option, value] of Object.entries(above))
    if (value !== undefined && !(value > 0)) throw new Problem('pcr-number', badNumber, { option, value });
}

/** Flow cytometry of the day: as it is named, or as an archive keeps it. */
async function flowOf({ flow, archive, lot, day, confidence, lang }: PcrFlags): Promise<FlowFinding | undefined> {
  if (flow !== undefined) {
    const [, n, total] = /^(\d+)\/(\d+)$/.exec(flow) ?? [];
    const found = n === undefined || Number(n) > Number(total) ? undefined : fractionOf({ n: Number(n), total: Number(total) }, confidence);
    if (found === undefined) throw new Problem('pcr-flow', badFlow, { flow });
    return { low: found.low, high: Number(n) === 0 ? found.oneSidedUpper : found.high };
  }
  if (archive === undefined) return undefined;
  if (lot === undefined || day === undefined) throw new Problem('pcr-flow', noDay);
  let found: FlowFinding | undefined;
  await withArchive({ archive, lang }, async ({ db }) => {
    const kept = keptDays(await residualResults(db, lot))?.days.find((one) => one.day === day)?.result;
    if (kept?.sum === undefined) throw new Problem('pcr-flow', notKept, { lot, day });
    const { state, sum, upper = sum.oneSidedUpper } = kept;
    const isDetected = state === 'below-loq' || state === 'quantified';
    found = isDetected ? { low: sum.low, high: Math.max(sum.high, upper) } : { low: 0, high: upper };
    return exitCodes.done;
  });
  return found;
}

const nothing = {
  en: 'Name a table, or copies (--tax-copies, --reference-copies).',
  ja: '表、またはコピー数(--tax-copies、--reference-copies)を指定してください。',
};
const badNumber = { en: '{option} cannot be {value}.', ja: '{option}の値({value})が不正です。' };
const badFlow = {
  en: '--flow is events/denominator, such as 12/500000 ({flow}).',
  ja: '--flowはイベント数/分母(例:12/500000)で指定します({flow})。',
};
const noDay = { en: 'A result of an archive needs --lot and --day.', ja: 'アーカイブの結果には--lotと--dayが必要です。' };
const notKept = {
  en: 'The archive keeps no count of lot {lot} on day {day}.',
  ja: 'アーカイブにロット{lot}、培養{day}日目の計数結果がありません。',
};
