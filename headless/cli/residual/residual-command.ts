import { Command, InvalidArgumentError } from 'commander';
import { isTimeZone } from '../../../core/base/local-time.ts';
import { Problem } from '../../../core/base/problem.ts';
import { neededSentence } from '../../../core/show/residual/sentences.ts';
import { cellsCounted } from '../../../core/study/residual/cells.ts';
import { readCountsTable } from '../../../core/study/residual/counts-table.ts';
import { neededFor } from '../../../core/study/residual/measure-residual.ts';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { readDocument } from '../../files/read-document.ts';
import { type SampleFlags, sampleOptions, withSampleFlags } from '../analyse/sample-flags.ts';
import { withArchive } from '../archive/archive-flags.ts';
import { withCompensationTable } from '../shared/load-compensation.ts';
import { type LoadedProtocol, loadProtocol } from '../shared/load-protocol.ts';
import { named } from '../shared/named-problem.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { checkPdfName } from '../shared/pdf-name.ts';
import { positive, type SharedFlags, withSharedFlags } from '../shared/shared-flags.ts';
import { daysOfFiles, daysOfLot, printCourse } from './course.ts';
import { flagNumber } from './flag-number.ts';
import { type LoadedPlan, loadPlan, planOfProtocol, protocolOfPlan } from './load-plan.ts';
import { pcrCommand } from './pcr-command.ts';
import { printResidual } from './residual.ts';

interface ResidualFlags extends SampleFlags {
  readonly plan?: string;
  readonly blank?: readonly string[];
  readonly out?: string;
  readonly timeZone?: string;
  readonly cells?: number;
  readonly viability?: number;
  readonly cellsCv?: number;
  readonly volume?: number;
  readonly aliquot?: number;
  readonly archive?: string;
}

/** The command `residual`, with `needed`, `course` and `pcr` below it. */
export function residualCommand(finish: (code: number) => void): Command {
  const command = withPlanFlags(new Command('residual'))
    .description(
      'Residual leukaemic cells in tubes of one sample, by a plan: counted, with what the count can exclude. Never a bare "not detected".',
    )
    .argument('<files...>', 'FCS or LMD files of one sample')
    .option('--cells <n>', 'viable cells in all (all cells, where --viability is given), such as 1e9', flagNumber)
    .option('--viability <percent>', 'viability of a count of all cells', flagNumber)
    .option('--cells-cv <fraction>', 'coefficient of variation of the cell count, such as 0.1', flagNumber)
    .option('--volume <ml>', 'volume of all of it; needs --aliquot', flagNumber)
    .option('--aliquot <ml>', 'volume that was acquired to the last cell', flagNumber)
    .option('--archive <place>', 'an archive that keeps the result, with every count')
    .addHelpText(
      'after',
      '\nExamples:\n  lymphoscope residual tube-1.fcs tube-2.fcs --plan atl-plan.json --blank blank.fcs --cells 1e9 --cells-cv 0.1\n  lymphoscope residual needed --limit 1e-5\n  lymphoscope residual course day-*.fcs --plan atl-plan.json --counts cells.csv --lang ja --out course.pdf',
    )
    .action(async (files: string[], flags: ResidualFlags, self: Command) => {
      checkPdfName(flags.out);
      cellsOfFlags(flags);
      const { plan, loaded } = await planAndProtocol(flags, self);
      const count = cellsOfFlags(flags, plan.plan);
      const options = { ...(await sampleOptions(flags, files)), plots: false, json: flags.json === true };
      finish(
        await printResidual(files, plan, loaded, {
          ...options,
          blanks: flags.blank ?? [],
          count,
          out: flags.out,
          timeZone: zoneOf(flags),
          archive: flags.archive,
        }),
      );
    });
  command.addCommand(neededCommand(finish));
  command.addCommand(courseCommand(finish));
  command.addCommand(pcrCommand(finish));
  return command;
}

/** Flags of what counts by a plan. */
const withPlanFlags = (command: Command): Command =>
  withSampleFlags(withSharedFlags(command))
    .option('--plan <file>', "the residual cell plan (JSON); the protocol's own where absent")
    .option('--blank <files...>', 'culture-matched products of donors without HTLV-1, or FMO controls')
    .option('--out <pdf>', 'a PDF of it')
    .option('--time-zone <zone>', 'the time zone of the PDF, such as Asia/Tokyo', zone);

function neededCommand(finish: (code: number) => void): Command {
  return new Command('needed')
    .description('Events to acquire so that a limit can be excluded, and detected.')
    .requiredOption('--limit <fraction>', 'of 1, such as 1e-5', flagNumber)
    .option('--confidence <fraction>', 'such as 0.95', flagNumber, 0.95)
    .option('--lod <events>', 'events that make a detection', positive, 20)
    .option('--loq <events>', 'events that make a number', positive, 50)
    .action((_: unknown, self: Command) => {
      const { limit, confidence, lod, loq, json, lang } = self.optsWithGlobals<NeededFlags>();
      if (!(limit > 0 && limit < 1)) throw new Problem('residual-limit', badLimit, { limit });
      if (!(confidence >= 0.5 && confidence < 1)) throw new Problem('residual-confidence', badConfidence, { confidence });
      if (loq < lod) throw new Problem('residual-loq', badLoq, { lod, loq });
      const needed = neededFor(limit, confidence, { lodEvents: lod, loqEvents: loq });
      if (json === true) printJson({ limit, confidence, lodEvents: lod, loqEvents: loq, ...needed });
      else process.stdout.write(`${neededSentence(needed, { limit, confidence, lod, loq }, lang)}\n`);
      finish(exitCodes.done);
    });
}
interface NeededFlags extends SharedFlags {
  readonly limit: number;
  readonly confidence: number;
  readonly lod: number;
  readonly loq: number;
}

interface CourseFlags extends ResidualFlags {
  readonly lot?: string;
  readonly batch?: string;
  readonly counts?: string;
}

function courseCommand(finish: (code: number) => void): Command {
  return new Command('course')
    .description('Residual cells over the days of one culture: from files, or from the results of a lot in an archive.')
    .argument('[files...]', 'FCS or LMD files, each with its culture day')
    .option('--archive <place>', 'an archive; needs --lot')
    .option('--batch <batch>', 'the results of a batch in place of those that stand')
    .option('--counts <csv>', 'viable cells by day: columns day, cells, and where known viability and cv')
    .action(async (files: string[], _: unknown, self: Command) => {
      const flags = self.optsWithGlobals<CourseFlags>();
      checkPdfName(flags.out);
      const counts = flags.counts === undefined ? undefined : await countsOf(flags.counts);
      const options = { lang: flags.lang, json: flags.json === true, out: flags.out, timeZone: zoneOf(flags), counts, lot: flags.lot };
      const { archive, lot, batch, lang } = flags;
      if (archive === undefined) {
        const { plan, loaded } = await planAndProtocol(flags, self.parent ?? self);
        if (files.length === 0) throw new Problem('residual-no-files', noFiles);
        const analysing = { ...(await sampleOptions(flags, files)), plots: false };
        return finish(await printCourse(await daysOfFiles({ files, blanks: flags.blank ?? [] }, loaded, plan, analysing), options));
      }
      if (lot === undefined) throw new Problem('residual-no-lot', noLot);
      if (files.length > 0 || flags.blank !== undefined) throw new Problem('residual-archive-files', noFilesBeside);
      // the plan of what the archive keeps, where none is named
      const isNamed = flags.plan !== undefined || (self.parent ?? self).getOptionValueSource('protocol') !== 'default';
      const plan = isNamed ? (await planAndProtocol(flags, self.parent ?? self)).plan : undefined;
      finish(
        await withArchive({ archive, lang }, async (opened) => printCourse(await daysOfLot(opened, plan, { lot, batch, lang }), options)),
      );
    });
}

const countsOf = async (file: string) => {
  const bytes = await readDocument(file);
  const read = ({ cellsCv }: Pick<ResidualPlan, 'cellsCv'>) => named(file, () => readCountsTable(bytes, cellsCv));
  read({});
  return read;
};

/** The plan with the protocol that is named, else its own; without a plan that of the protocol. */
async function planAndProtocol(
  { plan: file, protocol, compensation, lang }: ResidualFlags,
  command: Command,
): Promise<{ readonly plan: LoadedPlan; readonly loaded: LoadedProtocol }> {
  const load = async (name: string) => withCompensationTable(await loadProtocol(name), compensation, lang);
  if (file === undefined) {
    const loaded = await load(protocol);
    return { plan: planOfProtocol(loaded), loaded };
  }
  const plan = await loadPlan(file);
  return { plan, loaded: await load(command.getOptionValueSource('protocol') === 'default' ? protocolOfPlan(plan.plan) : protocol) };
}

function cellsOfFlags({ cells, viability, cellsCv, volume, aliquot }: ResidualFlags, plan: Pick<ResidualPlan, 'cellsCv'> = {}) {
  const cv = cellsCv ?? plan.cellsCv;
  if (cells !== undefined) return cellsCounted({ cells, viability, cv, volume, aliquot });
  if ([viability, cellsCv, volume, aliquot].some((value) => value !== undefined)) throw new Problem('residual-cells', noCells);
  return undefined;
}

const zoneOf = ({ timeZone }: Pick<ResidualFlags, 'timeZone'>): string => timeZone ?? ownZone();
const ownZone = (): string => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(own) ? own : 'UTC';
};

function zone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('a time zone such as Asia/Tokyo');
  return text;
}

const noCells = {
  en: 'Viability, variation, volume and aliquot need --cells.',
  ja: '生細胞率・変動係数・容量・採取量の指定には --cellsが必要です。',
};
const noFiles = { en: 'Name files, or an archive and a lot.', ja: 'ファイル、またはアーカイブとロットを指定してください。' };
const noFilesBeside = {
  en: 'With --archive the results of the archive count: files and --blank are for a course of files.',
  ja: '--archiveを指定するとアーカイブの結果を用います。ファイルと --blankは同時に指定できません。',
};
const noLot = { en: 'Results of an archive need a lot: --lot.', ja: 'アーカイブの結果には --lotが必要です。' };
const badLimit = {
  en: 'A limit is a fraction above 0 and below 1 ({limit}).',
  ja: '限度は0より大きく1より小さい割合で指定します({limit})。',
};
const badConfidence = {
  en: 'A confidence is a fraction from 0.5 to below 1 ({confidence}).',
  ja: '信頼度は0.5以上1未満の割合で指定します({confidence})。',
};
const badLoq = {
  en: 'The limit of quantification ({loq}) lies below that of detection ({lod}).',
  ja: '定量限界({loq})が検出限界({lod})を下回っています。',
};
