import { crossOf } from '../../gating/gates/gates.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { axisTitle } from '../plot/axis.ts';
import { formatCount } from '../plot/number-format.ts';
import { lastName } from './composition-section.ts';
import type { Translate } from './messages.ts';
import type { CaptionedPlot, PlotsSection } from './model.ts';

/** The pictures in the order of the strategy, each with its caption. */
export function plotsSection(analysis: SampleAnalysis, t: Translate): PlotsSection {
  const fourWay = fourWayPlot(analysis);
  const captioned = analysis.plots
    .filter(({ figure }) => figure === undefined)
    .map((plot) => ({ plot, ...wordsOf(plot, t) }) satisfies CaptionedPlot);
  return {
    heading: t('plotsHeading'),
    note: t('plotsNote'),
    plots: captioned,
    fourWay: captioned.find(({ plot }) => plot === fourWay),
  };
}

/** The quadrant plot whose populations are the parts of the composition. */
function fourWayPlot({ plots, composition }: SampleAnalysis): PlotData | undefined {
  const parts = composition?.parts.map(({ path }) => lastName(path)) ?? [];
  const holdsParts = ({ gates }: PlotData): boolean =>
    gates.some(({ gate, populations }) => crossOf(gate) !== undefined && populations.some(({ name }) => parts.includes(name)));
  return plots.find(holdsParts);
}

function wordsOf({ population, x, y, count }: PlotData, t: Translate): Pick<CaptionedPlot, 'title' | 'caption'> {
  const title = lastName(population) || t('allEvents');
  const caption = t('plotCaption', {
    population: population.replaceAll('/', ' › ') || t('allEvents'),
    x: axisTitle(x.channel),
    y: axisTitle(y.channel),
    count: formatCount(count),
  });
  return { title, caption };
}
