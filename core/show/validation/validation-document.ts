import type { Language } from '../../base/message.ts';
import type { BlandAltman } from '../../study/comparison/bland-altman.ts';
import type { OwnValidation, QuantityAgreement, Repeatability, ValidatedSessions } from '../../study/validation/own-validation.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { formatCount } from '../plot/number-format.ts';
import { roleWords } from '../report/composition-section.ts';
import { translator as reportTranslator } from '../report/messages.ts';
import type { Column } from '../report/model.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { drawAgreement } from './draw-agreement.ts';
import { translator } from './words.ts';

/** What fits on one page. */
const MOST_QUANTITIES = 6;
const MOST_CAUSES = 5;
const MOST_NAMED = 3;
const MOST_LETTERS = 21;
const FIGURE = 100;

type T = ReturnType<typeof translator>;

/** One page: agreement of the automatic gates with two persons, gate by gate what moves the main number, how well persons repeat. */
export function validationDocument({ validation, protocol, changed, digests }: ValidatedSessions, printing: Printing): SectionedDocument {
  const { language, generatedAt } = printing;
  const t = translator(language);
  const [a, b] = validation.persons;
  return {
    language,
    title: t('title'),
    subtitle: t('subtitle', { files: validation.files, a, b, protocol: protocol.name, revision: protocol.revision }),
    header: t('header'),
    footer: pageFooter(printing),
    generatedAt,
    digest: digests.map((sha256) => sha256.slice(0, 8)).join(' '),
    blocks: [
      ...validationSentences(validation, { language, changed }).map((text, i): Block => ({ kind: i === 0 ? 'lead' : 'text', text })),
      ...agreementBlocks(validation, language, t),
      ...causeBlocks(validation, language, t),
      ...repeatBlocks(validation, t),
    ],
  };
}

/** What a quantity is called: a part of the composition by its name, a population by its own. */
export function quantityName(quantity: string, language: Language): string {
  const role = Object.hasOwn(roleWords, quantity) ? roleWords[quantity as keyof typeof roleWords] : undefined;
  return role === undefined ? (quantity.split('/').at(-1) ?? quantity) : reportTranslator(language)(role);
}

/** The main number in sentences, and what is to be known of the files. */
export function validationSentences(
  { main, quantities, persons: [a, b], ungated }: OwnValidation,
  { language, changed }: Pick<Printing, 'language'> & Pick<ValidatedSessions, 'changed'>,
): readonly string[] {
  const t = translator(language);
  const quantity = quantityName(main, language);
  const found = quantities.find((one) => one.quantity === main);
  const values = ({ bias, biasInterval: [low, high], lower, upper }: BlandAltman) => ({
    ...{ quantity, a, b, bias: points(bias), low: points(low), high: points(high), lower: points(lower), upper: points(upper) },
  });
  const named = ungated.slice(0, MOST_NAMED).map(({ file, person }) => `${short(file)} (${person})`);
  const list = ungated.length > MOST_NAMED ? `${named.join(', ')}, … (${ungated.length})` : named.join(', ');
  return [
    ...(found === undefined ? [t('noLead', { quantity })] : [t('lead', values(found.automatic)), t('personsLead', values(found.between))]),
    ...(ungated.length === 0 ? [] : [t('ungated', { list })]),
    ...(changed.length === 0 ? [] : [t('changed', { list: changed.join(', ') })]),
  ];
}

/** A row of a table is one or two lines, whatever files and populations are called. */
const short = (name: string): string => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);

export const points = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-(0\.00)$/, '$1')
    .replace('-', '−');
const withRange = (value: number, [low, high]: readonly [number, number]): string => `${points(value)} (${points(low)}…${points(high)})`;
const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });

function agreementBlocks({ quantities, main }: OwnValidation, language: Language, t: T): readonly Block[] {
  if (quantities.length === 0) return [];
  const withheld = quantities.reduce((sum, one) => sum + one.withheld, 0);
  const more = quantities.length - MOST_QUANTITIES;
  const first = quantities.find(({ quantity }) => quantity === main) ?? quantities[0]!;
  const title = t('figure', { quantity: quantityName(first.quantity, language) });
  const rowOf = ({ quantity, files, automatic, between }: QuantityAgreement) =>
    row([
      short(quantityName(quantity, language)),
      formatCount(files),
      withRange(automatic.bias, automatic.biasInterval),
      withRange(automatic.lower, automatic.lowerInterval),
      withRange(automatic.upper, automatic.upperInterval),
      withRange(between.bias, [between.lower, between.upper]),
    ]);
  return [
    { kind: 'figure', title, height: FIGURE, draw: (width) => drawAgreement(first.automatic, { width, height: FIGURE }) },
    { kind: 'note', text: title },
    {
      kind: 'table',
      table: {
        heading: t('agreement'),
        columns: [
          left(t('quantity'), 2.5),
          right(t('files'), 0.6),
          right(t('bias'), 2),
          right(t('lower'), 2),
          right(t('upper'), 2),
          right(t('between'), 2),
        ],
        rows: quantities.slice(0, MOST_QUANTITIES).map(rowOf),
        note: more > 0 ? `${t('note', { withheld })} ${t('more', { count: more })}` : t('note', { withheld }),
      },
    },
  ];
}

function causeBlocks({ causes, main }: OwnValidation, language: Language, t: T): readonly Block[] {
  if (causes.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        heading: t('causes', { quantity: quantityName(main, language) }),
        columns: [
          left(t('gate'), 4),
          left(t('person'), 1.6),
          right(t('files'), 1),
          right(t('mean'), 1.2),
          right(t('largest'), 1.2),
          left(t('file'), 3),
        ],
        rows: causes
          .toSorted((x, y) => Math.abs(y.mean) - Math.abs(x.mean))
          .slice(0, MOST_CAUSES)
          .map(({ gate, person, files, mean, largest, file }) =>
            row([short(gate), person, formatCount(files), points(mean), points(largest), short(file)]),
          ),
        note: t('causesNote'),
      },
    },
  ];
}

function repeatBlocks({ repeatability }: OwnValidation, t: T): readonly Block[] {
  if (repeatability.length === 0) return [{ kind: 'note', text: t('noRepeats') }];
  return repeatability.map((of): Block => ({ kind: 'text', text: repeatSentence(of, t) }));
}

/** How well one person repeats the main number. */
export const repeatSentence = ({ person, pairs, sd, interval: [low, high], coefficient }: Repeatability, t: T): string =>
  t('repeats', { person, pairs, sd: points(sd), low: points(low), high: points(high), coefficient: points(coefficient) });
