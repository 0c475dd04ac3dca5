import { Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../../core/base/message.ts';
import type { ExportFormat, ExportValues } from '../../../core/exchange/event-files/export-request.ts';
import { type CsvFlag, csvForm, withCsvFlag } from '../shared/csv-flag.ts';
import { exitCodes } from '../shared/output.ts';
import { modeOf, namesOption } from '../shared/shared-flags.ts';

interface ExportFlags extends CsvFlag {
  readonly compensation?: string;
  readonly out: string;
  readonly format?: ExportFormat;
  readonly values: ExportValues;
  readonly single?: true;
  readonly population?: string;
  readonly keywords?: readonly string[];
  readonly keepNames?: true;
  readonly protocol: string;
  readonly session?: string;
  readonly dataset: number;
  readonly json?: true;
  readonly lang: Language;
  readonly strict?: true;
  readonly salvage?: true;
  readonly names?: 'first' | 'last';
}

/** The command line of `export`. */
export function exportCommand(finish: (code: number) => void): Command {
  return withCsvFlag(new Command('export'))
    .exitOverride()
    .description('Write a population, or all events, as FCS 3.1, FCS 3.2 or CSV, with keywords that say where it comes from.')
    .argument('<file>', 'an FCS or LMD file')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(
      new Option(
        '--format <format>',
        'csv where the name ends so, else fcs3.1 (fcs3.0 where names of channels repeat or have commas)',
      ).choices(['fcs3.0', 'fcs3.1', 'fcs3.2', 'csv']),
    )
    .option('--population <path>', 'a population of the protocol, such as "Cells/Single cells"; all events without')
    .addOption(
      new Option('--values <values>', 'stored as in the file; linear (amplification and gain undone); or linear and compensated')
        .choices(['stored', 'linear', 'compensated'])
        .default('stored'),
    )
    .option('--single', 'linear and compensated values as 32-bit floats (rounded to 7 digits)')
    .option('--keywords <names>', 'carry only these, separated by commas ("" for none); all without', namesOf)
    .option('--keep-names', "carry values that may hold a person's name or number as they are; they are masked without")
    .addOption(new Option('--mask-names', 'as it is without').hideHelp())
    .option('--protocol <protocol>', 'a protocol file, or the name of one that ships', 'nk-t')
    .addOption(
      new Option('--session <file>', 'a saved session instead: its protocol, with the gates placed in this sample').conflicts('protocol'),
    )
    .option('--compensation <table>', "a matrix in place of the protocol's or the file's own: CSV, TSV, FlowJo's .mtx")
    .option('--dataset <n>', 'which data set of the file, from 1', positive, 1)
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'))
    .addOption(new Option('--strict', 'refuse a file that needs a repair').conflicts('salvage'))
    .option('--salvage', 'open the whole events of a truncated file, always marked')
    .addOption(namesOption())
    .addHelpText(
      'after',
      '\nExamples:\n  lymphoscope export run.fcs --population "Lymphocytes" --values compensated --out lymphocytes.fcs\n  lymphoscope export run.lmd --dataset 2 --out events.csv',
    )
    .action(async (file: string, flags: ExportFlags) => {
      const { single, keepNames, strict, salvage, names, json, protocol, session, dataset, compensation, csv, ...rest } = flags;
      const base =
        session === undefined
          ? await (await import('../shared/load-protocol.ts')).loadProtocol(protocol)
          : await (await import('../shared/load-session.ts')).loadSessionProtocol(session, file, dataset - 1, flags.lang);
      const loaded = await (await import('../shared/load-compensation.ts')).withCompensationTable(base, compensation, flags.lang);
      const code = await (await import('./export.ts')).exportFile(file, loaded, {
        ...rest,
        table: csvForm({ csv }),
        single: single === true,
        maskNames: keepNames !== true,
        json: json === true,
        dataset: dataset - 1,
        mode: modeOf({ strict, salvage, names }),
      });
      finish(code === exitCodes.done && base.wasChanged === true ? exitCodes.someFailed : code);
    });
}

const namesOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 on');
  return value;
}
