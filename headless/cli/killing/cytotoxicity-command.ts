import { Command, InvalidArgumentError, Option } from 'commander';
import { isTimeZone } from '../../../core/base/local-time.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { type ComparedBy, comparisons } from '../../../core/study/killing/compare-plates.ts';
import { checkPdfName } from '../shared/pdf-name.ts';
import { isTable, printComparison, printPlates } from './cytotoxicity.ts';

interface CytotoxicityFlags {
  readonly json?: true;
  readonly lang: Language;
  readonly out?: string;
  readonly assay?: string;
  readonly signals?: string;
  readonly series?: string;
  readonly fcs?: string;
  readonly archive?: string;
  readonly hours?: number;
  readonly targetViability?: number;
  readonly timeZone?: string;
}

/** The command `cytotoxicity`, with `compare` below it. */
export function cytotoxicityCommand(finish: (code: number) => void): Command {
  const command = new Command('cytotoxicity')
    .description('Specific lysis and lytic units of plates, whether each plate is valid, and culture methods side by side.')
    .argument('<plates...>', 'plates as JSON (lymphoscope-plate) or as a table with a row a well')
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'))
    .option('--assay <file>', "the assay definition, in place of the plate's own")
    .option('--signals <grid>', "a reader's grid, into the wells of one plate")
    .option('--series <table>', 'signals over hours (impedance, image), a column a well, into the wells of one plate')
    .option('--fcs <folder>', 'the FCS files of the wells; those beside the plate where absent')
    .option('--archive <place>', 'keep plates and their results in an archive')
    .option('--hours <n>', 'hours of co-culture as measured', number)
    .option('--target-viability <percent>', 'viability of the targets before the assay', number)
    .option('--out <file>', 'a PDF, or the table as .xlsx, .csv or .parquet')
    .option('--time-zone <zone>', 'the time zone of the PDF, such as Asia/Tokyo', zone)
    .addHelpText(
      'after',
      '\nExamples:\n  lymphoscope cytotoxicity plate.json --out plate.pdf\n  lymphoscope cytotoxicity layout.csv --assay k562.json --signals reader.txt --json\n  lymphoscope cytotoxicity compare plate-*.json --by method --lang ja',
    )
    .action(async (files: string[], flags: CytotoxicityFlags) => {
      if (flags.out !== undefined && !isTable(flags.out)) checkPdfName(flags.out);
      if ((flags.signals ?? flags.series ?? flags.fcs) !== undefined && files.length > 1)
        throw new Problem('plate-signals-of-several', oneGrid);
      finish(await printPlates(files, optionsOf(flags)));
    });
  command.addCommand(
    new Command('compare')
      .description('Lytic units of lots by method, day or donor, for total and for NK cells.')
      .argument('<plates...>', 'as above')
      .addOption(new Option('--by <what>', 'what is put side by side').choices([...comparisons]).default('method'))
      .action(async (files: string[], _: unknown, self: Command) => {
        const flags = self.optsWithGlobals<CytotoxicityFlags & { readonly by: ComparedBy }>();
        checkPdfName(flags.out);
        finish(await printComparison(files, flags.by, optionsOf(flags)));
      }),
  );
  return command;
}

const optionsOf = (flags: CytotoxicityFlags) => {
  const { json, lang, out, assay, signals, series, fcs, archive, hours, targetViability, timeZone } = flags;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    json: json === true,
    lang,
    out,
    assay,
    signals,
    series,
    fcs,
    archive,
    hours,
    targetViability,
    timeZone: timeZone ?? (isTimeZone(own) ? own : 'UTC'),
  };
};

function zone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('a time zone such as Asia/Tokyo');
  return text;
}

function number(text: string): number {
  const value = Number(text.normalize('NFKC'));
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('a number');
  return value;
}

const oneGrid = {
  en: 'A grid of signals and a folder of FCS files belong to one plate; several were given.',
  ja: '測定値のグリッドとFCSファイルのフォルダーは1枚のプレートに対応します(複数が指定されました)。',
};
