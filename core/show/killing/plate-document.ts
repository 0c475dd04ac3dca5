import type { Language } from '../../base/message.ts';
import type { Assay } from '../../study/killing/assay.ts';
import type { Plate } from '../../study/killing/plate.ts';
import type { ControlChart, EffectorResult, PlateResult, PlateRule } from '../../study/killing/plate-result.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { drawIndividuals } from '../plot/draw-individuals.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import type { Column, Facts, TableSection } from '../report/model.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { drawLysis } from './draw-lysis.ts';
import { drawPlate, plateHeight } from './draw-plate.ts';
import { disintegrationTexts, flowBlocks, type WellPictures } from './flow-blocks.ts';
import { kineticsBlocks } from './kinetics-blocks.ts';
import { lysisText, ratioText, unitsText } from './number-words.ts';
import { type Translate, translator } from './words.ts';

const FIGURE = 200;
const CHART = 110;
/** Between the margins of a page. */
const WIDTH = 515;

/** A plate: verdict, lysis, lytic units, validity, its map and definition. */
export function plateDocument(
  plate: Plate,
  result: PlateResult,
  { sha256, pictures = [], ...options }: Printing & { readonly sha256: string; readonly pictures?: readonly WellPictures[] },
): SectionedDocument {
  const { language } = options;
  const t = translator(language);
  const { assay } = result;
  return {
    ...pageOf(t('title', { plate: result.name }), assayLine(assay, t), sha256, options),
    blocks: [
      { kind: 'lead', text: verdictText(result, t) },
      ...result.effectors.flatMap(({ effector, withheld }) =>
        withheld.map((problem): Block => ({ kind: 'text', text: `${effector.id}: ${t('withheld')}. ${problem.in(language)}` })),
      ),
      ...disintegrationTexts(result.rules, t).map((text): Block => ({ kind: 'lead', text })),
      {
        kind: 'figure',
        title: t('figure'),
        height: FIGURE,
        draw: (width, theme) => drawLysis(result.effectors, { width, height: FIGURE, language, ...(theme && { theme }) }),
      },
      { kind: 'note', text: t('figure') },
      { kind: 'table', table: lysisTable(result.effectors, t) },
      ...kineticsBlocks(result.effectors, language),
      { kind: 'table', table: unitsTable(result.effectors, assay, t) },
      ...degranulationBlocks(result.effectors, t),
      { kind: 'table', table: rulesTable(result.rules, assay, t) },
      ...(result.controlCharts ?? []).flatMap((chart) => controlBlocks(chart, t)),
      ...flowBlocks(plate, pictures, language),
      ...excludedBlocks(result, language, t),
      {
        kind: 'figure',
        title: t('map'),
        height: plateHeight(plate, WIDTH),
        draw: (width, theme) => drawPlate(plate, { width, ...(theme && { theme }) }),
      },
      { kind: 'note', text: t('map') },
      { kind: 'facts', facts: assayFacts(assay, sha256, t) },
    ],
  };
}

/** Whether a plate is valid; without limits that is not known of most rules. */
export const verdictText = ({ verdict, assay }: Pick<PlateResult, 'verdict' | 'assay'>, t: Translate): string =>
  verdict === 'good' && assay.limits === undefined ? t('verdictNoLimits') : t(`verdict.${verdict}`);

/** The chart of a control donor. */
export const controlBlocks = ({ donor, points, ...limits }: ControlChart, t: Translate): readonly Block[] => [
  {
    kind: 'figure',
    title: t('controlFigure', { donor }),
    height: CHART,
    draw: (width) =>
      drawIndividuals(
        { ...limits, points: points.map(({ percent }) => ({ percent, breach: percent < limits.lower || percent > limits.upper })) },
        { width, height: CHART },
      ),
  },
  { kind: 'note', text: t('controlFigure', { donor }) },
];

/** The error of counting alone, and what a move of the gate does. */
const besideText = (row: { readonly countingSe?: number | undefined; readonly gateMove?: number | undefined }): string =>
  [row.countingSe, row.gateMove].map((points) => (points === undefined ? '–' : lysisText(points))).join(' / ');

export const assayLine = ({ target, readout, hours }: Assay, t: Translate): string =>
  t('subtitle', { target, readout: t(`readout.${readout}`), hours: formatValue(hours) });

export function pageOf(title: string, subtitle: string, digest: string, options: Printing): Omit<SectionedDocument, 'blocks'> {
  const { language, generatedAt } = options;
  return {
    ...{ language, title, subtitle, header: translator(language)('header'), generatedAt, digest },
    footer: pageFooter(options),
  };
}

export const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
export const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
export const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });

function lysisTable(effectors: readonly EffectorResult[], t: Translate): TableSection {
  return {
    heading: t('lysisHeading'),
    columns: [
      left(t('effector'), 2.4),
      right(t('ratioTotal'), 1.3),
      right(t('ratioViable'), 1.1),
      right(t('ratioNk'), 1.1),
      right(t('wells'), 0.9),
      right(t('lysis'), 1.1),
      right(t('interval'), 1.8),
      right(t('counting'), 1.2),
      left(t('formed'), 2.6),
    ],
    rows: effectors.flatMap(({ effector, rows }) =>
      rows.flatMap(({ ratios, wells, lysis, form, other, countingSe, gateMove }) =>
        [
          { lysis, form, countingSe, gateMove },
          ...(other === undefined ? [] : [{ ...other, countingSe: undefined, gateMove: undefined }]),
        ].map((one) =>
          row([
            effector.id,
            ratioText(ratios.total),
            ratioText(ratios.viable),
            ratioText(ratios.nk),
            formatCount(wells.length),
            lysisText(one.lysis.value),
            Number.isFinite(one.lysis.low) ? `${lysisText(one.lysis.low)}–${lysisText(one.lysis.high)}` : '–',
            besideText(one),
            t(`form.${one.form}`),
          ]),
        ),
      ),
    ),
    note: t('lysisNote'),
  };
}

const perAxis = { total: 'perTotal', viable: 'perViable', nk: 'perNk' } as const;

function unitsTable(effectors: readonly EffectorResult[], { targetsPerWell, effector: axis }: Assay, t: Translate): TableSection {
  return {
    heading: t('unitsHeading'),
    columns: [
      left(t('effector'), 2.4),
      left(t('unit'), 0.9),
      right(t('perTotal'), 2.4),
      right(t('perViable'), 2.4),
      right(t('perNk'), 2.4),
      right(t('potency'), 2.2),
    ],
    rows: effectors.flatMap(({ effector, units }) =>
      units.map(({ percent, axes, potency }) =>
        row([
          effector.id,
          `LU${formatValue(percent)}`,
          unitsText(axes.total, t),
          unitsText(axes.viable, t),
          unitsText(axes.nk, t),
          unitsText(potency && { state: 'value', ...potency }, t),
        ]),
      ),
    ),
    note: `${t('unitsNote', { targets: formatCount(targetsPerWell) })} ${t('potencyNote', { axis: t(perAxis[axis]) })}`,
  };
}

function degranulationBlocks(effectors: readonly EffectorResult[], t: Translate): readonly Block[] {
  const rows = effectors.flatMap((one) => degranulationRows(one));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        heading: t('degranulationHeading'),
        columns: [
          left(t('effector'), 2.4),
          right(t('axisRatio'), 1.4),
          right(t('wells'), 0.9),
          right(t('degranulated'), 1.8),
          right(t('degranulatedAlone'), 1.8),
          right(t('degranulationDelta'), 1.8),
          right(t('interval'), 1.8),
        ],
        rows: rows.map(row),
        note: t('degranulationNote'),
      },
    },
  ];
}

/** Delta CD107a as people read it. */
export const degranulationRows = ({ effector, degranulation }: EffectorResult): readonly (readonly string[])[] =>
  degranulation.map(({ ratios, wells, stimulated, alone, delta, low, high }) => [
    ...[effector.id, ratioText(ratios[effector.basis]), formatCount(wells.length)],
    ...[lysisText(stimulated), lysisText(alone), lysisText(delta), `${lysisText(low)}–${lysisText(high)}`],
  ]);

function rulesTable(rules: readonly PlateRule[], { limits }: Assay, t: Translate): TableSection {
  return {
    heading: t('rulesHeading'),
    columns: [left(t('rule'), 4), right(t('value'), 1.2), right(t('limit'), 1.6), left(t('verdict'), 2)],
    rows: rules.map((rule) => row(ruleTexts(rule, t))),
    note: limits === undefined ? t('noLimits') : t('rulesNote', { source: limits.source, by: limits.setBy }),
  };
}

const joins: { readonly [rule: string]: string } = { hours: ' ± ', 'control-donor': '–' };

/** What was judged, its value, its limit and the verdict. */
export const ruleTexts = ({ rule, of, value, limit, verdict }: PlateRule, t: Translate): readonly string[] => [
  of === undefined ? t(`rule.${rule}`) : `${t(`rule.${rule}`)}: ${of}`,
  value === undefined ? '–' : formatNumber(value),
  limit === undefined
    ? '–'
    : limit.map((one) => (rule === 'control-donor' ? formatNumber(one) : formatValue(one))).join(joins[rule] ?? ' / '),
  t(`rule.${verdict}`),
];

const excludedBlocks = ({ excluded, problems }: PlateResult, language: Language, t: Translate): readonly Block[] => [
  ...(excluded.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          table: {
            heading: t('excludedHeading'),
            columns: [left(t('well'), 1), left(t('reason'), 8)],
            rows: excluded.map(({ well, reason }) => row([well, reason])),
            note: undefined,
          },
        },
      ]),
  ...(problems.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          table: {
            heading: t('problemsHeading'),
            columns: [left(t('well'), 1), left(t('reason'), 8)],
            rows: problems.map(({ well, problem }) => row([well, problem.in(language)])),
            note: undefined,
          },
        },
      ]),
];

function assayFacts(assay: Assay, sha256: string, t: Translate): Facts {
  const { name, revision, injured, targetsPerWell } = assay;
  return {
    heading: t('planHeading'),
    facts: [
      { label: t('assayName'), value: `${name}, ${revision}` },
      { label: t('assayName'), value: assayLine(assay, t) },
      { label: t('injured'), value: injured },
      { label: t('targets'), value: formatCount(targetsPerWell) },
      { label: t('digest'), value: sha256 },
    ],
  };
}
