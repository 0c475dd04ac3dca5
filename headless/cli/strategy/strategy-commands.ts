import { Command, InvalidArgumentError } from 'commander';
import { type CsvFlag, csvForm, withCsvFlag } from '../shared/csv-flag.ts';
import { modeOf, positive, type SharedFlags, withSharedFlags } from '../shared/shared-flags.ts';
import type { Stained } from './spillover.ts';
import { formatOf, type StrategyFormat } from './strategy-format.ts';

interface ConvertFlags extends SharedFlags {
  readonly strategy: string;
  readonly sample?: string;
  readonly out: { readonly file: string; readonly format: StrategyFormat };
  readonly dataset: number;
}

interface SpilloverFlags extends SharedFlags, CsvFlag {
  readonly unstained?: string;
  readonly out?: string;
  readonly accept: readonly string[];
}

/** The command line of `convert`. */
export const convertCommand = (finish: (code: number) => void): Command =>
  withSharedFlags(new Command('convert'))
    .exitOverride()
    .description('Write a gating strategy in another format, as it stands in one file, and list what that format cannot hold.')
    .argument('<file>', 'an FCS or LMD file')
    .requiredOption('--strategy <file>', 'a protocol (.json), a Gating-ML 2.0 document (.xml) or a FlowJo workspace (.wsp)')
    .requiredOption('--out <file>', 'the file to write: .xml (Gating-ML 2.0), .wsp (FlowJo) or .json (a protocol)', strategyFile)
    .option('--sample <name>', 'the sample of the workspace that the file is, by name or sampleID')
    .option('--dataset <n>', 'which data set of the file, from 1', positive, 1)
    .addHelpText('after', '\nExample:\n  lymphoscope convert run.fcs --strategy study.wsp --out study.xml')
    .action(async (file: string, flags: ConvertFlags) =>
      finish(
        await (await import('./convert.ts')).convertStrategy(file, flags.out.format, {
          strategy: flags.strategy,
          sample: flags.sample,
          out: flags.out.file,
          dataset: flags.dataset - 1,
          lang: flags.lang,
          mode: modeOf(flags),
          json: flags.json === true,
        }),
      ),
    );

/** The command line of `spillover`. */
export const spilloverCommand = (finish: (code: number) => void): Command =>
  withCsvFlag(withSharedFlags(new Command('spillover')))
    .exitOverride()
    .description('Compute a spillover matrix from single stains: robust slopes, refined until nothing is left, with what it leaves.')
    .argument('<controls...>', 'DETECTOR=FILE, one for each dye, such as FL1-H=fitc.fcs', stainedFile)
    .option('--unstained <file>', 'a universal negative; without it each control needs negatives of its own')
    .option('--out <file>', 'the matrix as a table (.csv), or for FlowJo (.mtx); not written while a row is refused or held back')
    .option(
      '--accept <row>',
      'a row (detector) to write although it is held back, or without spillover where it is refused; repeatable',
      several,
      [],
    )
    .addHelpText('after', '\nExample:\n  lymphoscope spillover FITC-A=fitc.fcs PE-A=pe.fcs --unstained blank.fcs --out matrix.csv')
    .action(async (stains: readonly Stained[], flags: SpilloverFlags) =>
      finish(
        await (await import('./spillover.ts')).computeSpillover(stains, {
          unstained: flags.unstained,
          out: flags.out,
          accept: flags.accept,
          form: csvForm(flags),
          lang: flags.lang,
          mode: modeOf(flags),
          json: flags.json === true,
        }),
      ),
    );

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function stainedFile(text: string, before: readonly Stained[] = []): readonly Stained[] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('DETECTOR=FILE');
  return [...before, { detector: text.slice(0, at), file: text.slice(at + 1) }];
}

function strategyFile(file: string): ConvertFlags['out'] {
  const format = formatOf(file);
  if (format === undefined) throw new InvalidArgumentError('its name ends in .xml, .wsp or .json');
  return { file, format };
}
