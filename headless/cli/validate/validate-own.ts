import type { Language } from '../../../core/base/message.ts';
import { points, quantityName, repeatSentence, validationSentences } from '../../../core/show/validation/validation-document.ts';
import { translator } from '../../../core/show/validation/words.ts';
import type { BlandAltman } from '../../../core/study/comparison/bland-altman.ts';
import type { OwnValidation } from '../../../core/study/validation/own-validation.ts';
import { validateOwn } from '../../reports/validate-own.ts';
import { writeValidation } from '../../reports/write-validation.ts';
import { exitCodes, printJson, showProgress, textTable } from '../shared/output.ts';

interface PrintOptions {
  readonly again: readonly string[];
  readonly lang: Language;
  readonly out: string | undefined;
  readonly json: boolean;
}

/** The command `validate own`. */
export async function printOwnValidation(sessions: readonly [string, string], { again, lang, out, json }: PrintOptions): Promise<number> {
  const validated = await validateOwn(sessions, {
    again,
    onProgress: (file, done, total) => showProgress(file, done / total),
  });
  const { validation, protocol, changed, digests } = validated;
  const sentences = validationSentences(validation, { language: lang, changed });
  if (out !== undefined) await writeValidation(validated, out, lang);
  if (json) printJson({ protocol, changed, digests, ...validation, sentences, ...(out === undefined ? {} : { report: { file: out } }) });
  else process.stdout.write(`${sentences.join('\n')}\n\n${tablesOf(validation, lang)}\n`);
  return changed.length > 0 ? exitCodes.someFailed : exitCodes.done;
}

function tablesOf({ quantities, causes, repeatability }: OwnValidation, lang: Language): string {
  const t = translator(lang);
  const limits = ({ lower, upper }: BlandAltman) => `${points(lower)} … ${points(upper)}`;
  return [
    textTable(
      [t('quantity'), t('files'), t('bias'), t('limits'), t('between')],
      quantities.map(({ quantity, files, automatic, between }) => [
        quantityName(quantity, lang),
        String(files),
        points(automatic.bias),
        limits(automatic),
        `${points(between.bias)} (${limits(between)})`,
      ]),
    ),
    textTable(
      [t('gate'), t('person'), t('files'), t('mean'), t('largest'), t('file')],
      causes.map(({ gate, person, files, mean, largest, file }) => [gate, person, String(files), points(mean), points(largest), file]),
    ),
    repeatability.length === 0 ? t('noRepeats') : repeatability.map((of) => repeatSentence(of, t)).join('\n'),
  ].join('\n\n');
}
