import type { Language } from '../../base/message.ts';
import type { Assay } from '../../study/killing/assay.ts';
import type { ComparedPair, PlateComparison } from '../../study/killing/compare-plates.ts';
import type { ControlChart } from '../../study/killing/plate-result.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { formatNumber } from '../plot/number-format.ts';
import type { Printing } from '../report/page-footer.ts';
import { drawLots } from './draw-lots.ts';
import { assayLine, controlBlocks, left, pageOf, right, row } from './plate-document.ts';
import { translator } from './words.ts';

/** Height of the picture of lots. */
const LOTS = 190;
/** A difference that its test shows. */
const SHOWN = 0.05;

/** For every two groups, whether a difference for total cells remains for NK cells. */
export function comparisonSentences({ pairs, groups, left: out, percent }: PlateComparison, language: Language): readonly string[] {
  const t = translator(language);
  const text = (pair: ComparedPair | undefined) => (pair === undefined ? '–' : formatNumber(pair.ratio));
  const ofPairs = pairs
    .filter(({ axis }) => axis === 'total')
    .map((total) => {
      const [a, b] = total.groups;
      const nk = pairs.find(({ axis, groups }) => axis === 'nk' && groups[0] === a && groups[1] === b);
      const values = { a, b, total: text(total), nk: text(nk) };
      if (total.p === undefined || nk?.p === undefined) return t('untested', values);
      if (total.p >= SHOWN) return t('noDifference', values);
      if (nk.p < SHOWN) return t(Math.sign(Math.log(nk.ratio)) === Math.sign(Math.log(total.ratio)) ? 'remains' : 'reversed', values);
      // what no test shows is no proof that it is gone: the interval for NK cells must leave the ratio for total cells out
      const isApart = nk.low !== undefined && nk.high !== undefined && (total.ratio < nk.low || total.ratio > nk.high);
      return t(isApart ? 'vanishes' : 'unclear', { ...values, low: formatNumber(nk.low ?? 0), high: formatNumber(nk.high ?? 0) });
    });
  // means of those that reached the percentage say too much of a group of which others did not
  const without = out.flatMap(({ why, group }) => (why === 'no-units' && group !== undefined ? [group] : []));
  const missing = [...new Set(without)].sort().map((group) => {
    const lots = without.filter((of) => of === group).length;
    return t(groups.some((one) => one.group === group) ? 'missingUnits' : 'noUnits', { group, percent, lots });
  });
  return [...ofPairs, ...missing];
}

/** Methods, days or donors side by side. */
export function comparisonDocument(
  comparison: PlateComparison,
  {
    assay,
    digest,
    charts = [],
    ...options
  }: Printing & { readonly assay: Assay; readonly digest: string; readonly charts?: readonly ControlChart[] },
): SectionedDocument {
  const { language } = options;
  const t = translator(language);
  const { by, percent, groups, pairs, slopes, left: out } = comparison;
  const range = (low: number | undefined, high: number | undefined) =>
    low === undefined || high === undefined || !Number.isFinite(low) ? '–' : `${formatNumber(low)}–${formatNumber(high)}`;
  const blocks: readonly Block[] = [
    ...comparisonSentences(comparison, language).map((text): Block => ({ kind: 'lead', text })),
    ...slopes.map(
      ({ groups: [a, b], slope }): Block => ({
        kind: 'text',
        text: t('slope', { a, b, n1: formatNumber(slope.n1), n2: formatNumber(slope.n2), p: formatNumber(slope.p) }),
      }),
    ),
    {
      kind: 'figure',
      title: t('lotsFigure', { percent }),
      height: LOTS,
      draw: (width, theme) => drawLots(comparison, { width, height: LOTS, language, ...(theme && { theme }) }),
    },
    { kind: 'note', text: t('lotsFigure', { percent }) },
    {
      kind: 'table',
      table: {
        heading: t('unitsHeading'),
        columns: [
          left(t('group'), 3),
          left(t('axis'), 1.6),
          right(t('lots'), 1),
          right(t('mean', { percent }), 1.8),
          right(t('interval'), 2.4),
        ],
        rows: groups.flatMap(({ group, mean }) =>
          (['total', 'nk'] as const).flatMap((axis) => {
            const of = mean[axis];
            return of === undefined
              ? []
              : [row([group, t(`axis.${axis}`), String(of.lots), formatNumber(of.value), range(of.low, of.high)])];
          }),
        ),
        note: t('compareNote'),
      },
    },
    {
      kind: 'table',
      table: {
        heading: t('pairs'),
        columns: [
          left(t('group'), 3.4),
          left(t('axis'), 1.6),
          right(t('lots'), 1),
          right(t('ratio'), 1.2),
          right(t('interval'), 2),
          right(t('p'), 1.2),
        ],
        rows: pairs.map(({ groups: [a, b], axis, lots, ratio, low, high, p }) =>
          row([
            `${a} / ${b}`,
            t(`axis.${axis}`),
            lots.join(' / '),
            formatNumber(ratio),
            range(low, high),
            p === undefined ? '–' : formatNumber(p),
          ]),
        ),
        note: undefined,
      },
    },
    ...charts.flatMap((chart) => controlBlocks(chart, t)),
    ...(out.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              heading: t('leftHeading'),
              columns: [left(t('effector'), 3), left(t('reason'), 5)],
              rows: out.map(({ plate, effector, why }) =>
                row([effector === undefined ? plate : `${plate}: ${effector}`, t(`left.${why}`, { by: t(`by.${by}`) })]),
              ),
              note: undefined,
            },
          },
        ]),
  ];
  return { ...pageOf(t('compareTitle', { by: t(`by.${by}`) }), assayLine(assay, t), digest, options), blocks };
}
