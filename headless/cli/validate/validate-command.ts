import { Command, Option } from 'commander';
import type { Language } from '../../../core/base/message.ts';
import { checkPdfName } from '../shared/pdf-name.ts';

interface OwnFlags {
  readonly json?: true;
  readonly lang: Language;
  readonly out?: string;
  readonly again?: readonly string[];
}

/** The command `validate`, with `own` below it. */
export function validateCommand(finish: (code: number) => void): Command {
  const validate = new Command('validate').description('How far the automatic gates agree with persons.').exitOverride();
  validate.addCommand(
    new Command('own')
      .description(
        'The same files gated in the window by two persons, each in a session of their own, against the automatic gates: bias, limits of agreement, which gates differ, how well a person repeats.',
      )
      .exitOverride()
      .argument('<session-a>', 'a session with the gates of one person (.lymphoscope)')
      .argument('<session-b>', 'a session of the same files and protocol with the gates of another')
      .option('--again <sessions...>', 'sessions in which one of the two gated files a second time')
      .option('--out <file>', 'one page as PDF')
      .option('--json', 'print one JSON document')
      .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'))
      .addHelpText(
        'after',
        '\nExample:\n  lymphoscope validate own sato.lymphoscope suzuki.lymphoscope --again sato-2.lymphoscope --out agreement.pdf',
      )
      .action(async (a: string, b: string, { again = [], lang, out, json }: OwnFlags) => {
        checkPdfName(out);
        finish(await (await import('./validate-own.ts')).printOwnValidation([a, b], { again, lang, out, json: json === true }));
      }),
  );
  return validate;
}
