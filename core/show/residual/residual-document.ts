import type { Language } from '../../base/message.ts';
import type { GateStep } from '../../statistics/histograms/plot-steps.ts';
import type { ResidualCells } from '../../study/residual/cells.ts';
import type { FollowedDay, ResidualCourse } from '../../study/residual/follow-residual.ts';
import type { CountedTube, ResidualResult } from '../../study/residual/measure-residual.ts';
import type { ResidualPlan } from '../../study/residual/residual-plan.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import type { Theme } from '../plot/theme.ts';
import type { Cell, Column, TableSection } from '../report/model.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { courseTables } from './course-tables.ts';
import { drawResidualCourse } from './draw-course.ts';
import { drawSteps, stepsHeight } from './draw-steps.ts';
import { planFacts } from './plan-facts.ts';
import { chanceOf, confidenceOf, courseSentences, fractionOfTubes, percentOf, resultSentences } from './sentences.ts';
import { type Translate, translator } from './words.ts';

/** Who makes the document, when and of what. */
export interface ResidualDocumentOptions extends Printing {
  readonly planSha256: string;
  /** The protocol that gated, and what was found odd about the samples. */
  readonly protocol: string;
  readonly remarks: readonly string[];
}

/** One sample by a plan. */
export function residualDocument(
  plan: ResidualPlan,
  {
    result,
    cells,
    subject,
    steps = [],
  }: {
    readonly result: ResidualResult;
    readonly cells: ResidualCells | undefined;
    readonly subject: string;
    /** Of the largest tube, where pictures are at hand. */
    readonly steps?: readonly GateStep[];
  },
  options: ResidualDocumentOptions,
): SectionedDocument {
  const { language } = options;
  const t = translator(language);
  const [lead = '', ...rest] = resultSentences(result, cells, language);
  return {
    ...pageOf(
      t('title'),
      subject,
      result.tubes.map(({ sha256 }) => sha256),
      options,
    ),
    blocks: [
      { kind: 'lead', text: lead },
      ...rest.map((text): Block => ({ kind: 'text', text })),
      ...options.remarks.map((text): Block => ({ kind: 'text', text })),
      ...stepBlocks(steps, language, t),
      { kind: 'table', table: tubesTable(result, t) },
      ...blankBlocks(result, t),
      ...refusedBlocks(result, language, t),
      { kind: 'facts', facts: planFacts(plan, options) },
    ],
  };
}

/** A culture by its days. */
export function courseDocument(
  plan: ResidualPlan,
  { course, lot }: { readonly course: ResidualCourse; readonly lot: string },
  options: ResidualDocumentOptions,
): SectionedDocument {
  const { language } = options;
  const t = translator(language);
  const last = course.days.at(-1);
  const [lead = '', ...others] = last === undefined ? [t('nothing')] : resultSentences(last.result, last.cells, language);
  return {
    ...pageOf(t('courseTitle', { lot }), last === undefined ? lot : t('lastDay', { day: formatValue(last.day) }), digests(course), options),
    blocks: [
      { kind: 'lead', text: lead },
      ...others.map((text): Block => ({ kind: 'text', text })),
      ...courseSentences(plan, course, language).map((text): Block => ({ kind: 'text', text })),
      ...options.remarks.map((text): Block => ({ kind: 'text', text })),
      { kind: 'heading', text: t('courseHeading') },
      {
        kind: 'figure',
        title: t('figure'),
        height: FIGURE_HEIGHT,
        draw: (width, theme) => drawResidualCourse(course.days, { width, height: FIGURE_HEIGHT, language, ...(theme && { theme }) }),
      },
      { kind: 'note', text: t('figure') },
      ...courseTables(course, confidenceOf(plan.confidence), t),
      ...course.days.flatMap((day) => singlyOn(day, t)),
      { kind: 'facts', facts: planFacts(plan, options) },
    ],
  };
}

/** The tubes of a day that disagree, each by itself. */
function singlyOn({ day, result }: FollowedDay, t: Translate): readonly Block[] {
  if (result.sum?.isPooled !== false) return [];
  const table = tubesTable(result, t);
  return [{ kind: 'table', table: { ...table, heading: t('tubesOn', { day: formatValue(day) }) } }];
}

function stepBlocks(steps: readonly GateStep[], language: Language, t: Translate): readonly Block[] {
  if (steps.length === 0) return [];
  const title = t('stepsHeading');
  const draw = (width: number, theme?: Theme) => drawSteps(steps, { width, language, ...(theme && { theme }) });
  return [
    { kind: 'heading', text: title },
    { kind: 'figure', title, height: stepsHeight(steps), draw },
    { kind: 'note', text: t('stepsNote', { count: formatCount(steps[0]?.count ?? 0) }) },
  ];
}

const FIGURE_HEIGHT = 190;

const digests = ({ days }: ResidualCourse): readonly string[] => days.flatMap(({ result }) => result.tubes.map(({ sha256 }) => sha256));

function pageOf(
  title: string,
  subtitle: string,
  files: readonly string[],
  options: ResidualDocumentOptions,
): Omit<SectionedDocument, 'blocks'> {
  const { language, generatedAt, planSha256 } = options;
  return {
    language,
    title,
    subtitle,
    header: translator(language)('header'),
    footer: pageFooter(options),
    generatedAt,
    digest: [planSha256, ...files.map((sha256) => sha256.slice(0, 8))].join(' ').slice(0, 2000),
  };
}

const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
const cellsOfRow = (texts: readonly string[]): { readonly cells: readonly Cell[] } => ({ cells: texts.map((text) => ({ text })) });

const tubeColumns = (confidence: number, t: Translate): readonly Column[] => [
  left(t('file'), 3),
  right(t('residual'), 1.1),
  right(t('among'), 1.5),
  right(t('fraction'), 1.4),
  right(t('interval', { confidence: confidenceOf(confidence) }), 2.4),
  right(t('upper', { confidence: confidenceOf(confidence) }), 1.4),
  right(t('lod'), 1.3),
  right(t('loq'), 1.3),
  left(t('state'), 2.3),
];

function tubesTable({ tubes, sum, upper, lod, loq, state, plan }: ResidualResult, t: Translate): TableSection {
  return {
    heading: t('tubes'),
    columns: tubeColumns(plan.confidence, t),
    rows: [
      ...tubes.map((tube) => tubeRow(tube, t)),
      ...(sum === undefined
        ? []
        : [
            cellsOfRow([
              t('together'),
              formatCount(sum.n),
              formatCount(sum.total),
              fractionOfTubes({ sum, tubes }),
              sum.isPooled ? `${percentOf(sum.low)}–${percentOf(sum.high)}` : '–',
              percentOf(upper),
              percentOf(lod),
              percentOf(loq),
              t(`state.${state}`),
            ]),
          ]),
    ],
    note: t('tubesNote'),
  };
}

function tubeRow({ file, n, total, fraction, low, high, oneSidedUpper, lod, loq, state, light }: CountedTube, t: Translate) {
  const [name, ...rest] = [
    file,
    formatCount(n),
    formatCount(total),
    percentOf(fraction),
    `${percentOf(low)}–${percentOf(high)}`,
    percentOf(oneSidedUpper),
    percentOf(lod),
    percentOf(loq),
    t(`state.${state}`),
  ].map((text): Cell => ({ text }));
  return { cells: [{ ...name!, ...(light === undefined ? {} : { light }) }, ...rest] };
}

function blankBlocks({ blanks, plan }: ResidualResult, t: Translate): readonly Block[] {
  if (blanks === undefined) return [];
  const { limits, net } = blanks;
  const note =
    net === undefined
      ? undefined
      : t('blankNote', {
          lob: limits.lobEvents,
          lod: formatNumber(limits.lodEvents),
          net: percentOf(net.net),
          low: percentOf(net.low),
          high: percentOf(net.high),
          p: chanceOf(net.pAboveBlank),
        });
  return [
    {
      kind: 'table',
      table: { heading: t('blanks'), columns: tubeColumns(plan.confidence, t), rows: blanks.tubes.map((tube) => tubeRow(tube, t)), note },
    },
  ];
}

const refusedBlocks = ({ refused }: ResidualResult, language: Language, t: Translate): readonly Block[] =>
  refused.length === 0
    ? []
    : [
        {
          kind: 'table',
          table: {
            heading: t('refused'),
            columns: [left(t('file'), 2), left(t('why'), 6)],
            rows: refused.map(({ file, problem }) => cellsOfRow([file, problem.in(language)])),
            note: undefined,
          },
        },
      ];
