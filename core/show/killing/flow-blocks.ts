import type { Language } from '../../base/message.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { Plate, WellRow } from '../../study/killing/plate.ts';
import type { PlateRule } from '../../study/killing/plate-result.ts';
import type { Block } from '../document/sectioned.ts';
import { drawPlot } from '../plot/draw-plot.ts';
import { type Drawing, moved } from '../plot/drawing.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { roleWords } from './role-words.ts';
import { type Translate, translator } from './words.ts';

/** What the gates of one well hold. */
export interface WellPictures {
  readonly well: string;
  readonly role: WellRow['role'];
  readonly plots: readonly PlotData[];
}

/** Where dead targets fell apart, in a sentence. */
export const disintegrationTexts = (rules: readonly PlateRule[], t: Translate): readonly string[] =>
  rules.flatMap(({ rule, of = '', value = 0 }) =>
    rule === 'disintegrated' ? [t('disintegrated', { effector: of, points: formatNumber(value) })] : [],
  );

/** The gates of a plate that FCS files were counted by, and what they hold in a well of each kind. */
export function flowBlocks({ gates = [], wells }: Plate, pictures: readonly WellPictures[], language: Language): readonly Block[] {
  if (gates.length === 0) return [];
  const t = translator(language);
  const most = (share: (well: NonNullable<WellRow['fcs']>, row: WellRow) => number) =>
    formatNumber(
      100 * Math.max(0, ...wells.flatMap((row) => (row.fcs === undefined ? [] : [share(row.fcs, row)])).filter(Number.isFinite)),
      2,
    );
  const conjugates = most(({ conjugates: n = 0 }, { targets }) => n / (n + Number(targets ?? Number.NaN)));
  const labelled = most(({ labelled: n = 0, effectors = 0 }, { role }) => (role === 'test' ? n / effectors : 0));
  return [
    {
      kind: 'table',
      table: {
        heading: t('gatesHeading'),
        columns: [
          { title: t('gate'), align: 'left', weight: 3 },
          { title: t('channel'), align: 'left', weight: 2.4 },
          { title: t('at'), align: 'right', weight: 1.2 },
          { title: t('light'), align: 'left', weight: 2 },
          { title: t('doubt'), align: 'right', weight: 1.8 },
          { title: t('wells'), align: 'right', weight: 1 },
        ],
        rows: gates.map(({ gate, channel, at, light, doubt, wells: of }) => ({
          cells: [
            ...[t(`gate.${gate}`), channel, at === undefined ? '–' : formatCount(Math.round(at)), t(`light.${light}`)],
            ...[doubt === undefined ? '–' : formatValue(doubt), formatCount(of)],
          ].map((text) => ({ text })),
        })),
        note: t('gatesNote', { conjugates, labelled }),
      },
    },
    ...(pictures.length === 0 ? [{ kind: 'text' as const, text: t('plotsNeed', { files: filesToSee(wells) }) }] : []),
    ...pictures.map(({ well, role, plots }): Block => {
      const title = t('wellPlots', { well, role: roleWords[`role.${role}`][language] });
      return {
        ...{ kind: 'figure', title, height: HEIGHT },
        draw: (width, theme) => drawWell(plots, title, { width, language, ...(theme && { theme }) }),
      };
    }),
  ];
}

/** The files of the wells that are drawn: a control of each kind, and the test with the most effectors. */
function filesToSee(wells: Plate['wells']): string {
  const known = wells.filter(({ fcs, excluded }) => fcs !== undefined && excluded === undefined).sort((a, b) => (b.et ?? 0) - (a.et ?? 0));
  const firsts = (['target-alone', 'effector-alone', 'maximum', 'test'] as const).flatMap(
    (role) => known.find((well) => well.role === role) ?? [],
  );
  return firsts.map(({ fcs }) => fcs?.file).join(', ');
}

const ACROSS = 4;
const GAP = 6;
const HEIGHT = 148;
/** Gates that say how a well was read. */
const shown = ['Cells', 'Targets', 'Single targets', 'Injured'] as const;
type Shown = (typeof shown)[number];

function drawWell(
  plots: readonly PlotData[],
  title: string,
  { width, language, theme = themes.light }: { readonly width: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const size = { width: (width - GAP * (ACROSS - 1)) / ACROSS, height: HEIGHT };
  const chosen = shown.flatMap(
    (name) => plots.find(({ gates }) => gates.some((gate) => gate.populations.some((one) => one.name === name))) ?? [],
  );
  const t = translator(language);
  const named = (name: string): string => (shown.some((one) => one === name) ? t(`population.${name as Shown}`) : name);
  const inWords = (plot: PlotData): PlotData => ({
    ...plot,
    gates: plot.gates.map((gate) => ({ ...gate, populations: gate.populations.map((one) => ({ ...one, name: named(one.name) })) })),
  });
  return chosen.map(inWords).flatMap((plot, i) =>
    moved(
      drawPlot(plot, {
        size,
        language,
        theme,
        kind: 'dot',
        labelSize: 5,
        hasNoLegend: true,
        title: i === 0 ? title : named(plot.population.split('/').at(-1) ?? ''),
      }),
      i * (size.width + GAP),
      0,
    ),
  );
}
