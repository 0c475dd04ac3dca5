import { crossOf } from '../../gating/gates/gates.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { axisTitle } from '../plot/axis.ts';
import { formatCount } from '../plot/number-format.ts';
import type { CaptionedPlot } from '../report/model.ts';
import type { Annexes, GatePlot } from './model.ts';
import type { NameOf } from './population-names.ts';
import type { Say } from './say.ts';

/** Every gate on its parent's events, in the order of the strategy: as a histogram where it looks at one marker. */
export function gatesAnnex({ plots, populations }: SampleAnalysis, nameOf: NameOf, say: Say): Annexes['gates'] {
  return {
    heading: say('annexGates'),
    note: say('annexGatesNote'),
    plots: plots
      .filter(({ figure }) => figure === undefined)
      .map((plot): GatePlot => {
        const title = nameOf(plot.population);
        const histogram = populations.some(
          ({ gate, path }) => gate?.dimensions.length === 1 && parentOf(path) === plot.population && isDrawn(plot, path),
        );
        return { plot: named(plot, nameOf), title, histogram, alternative: alternativeOf(plot, title, histogram, nameOf) };
      }),
  };
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const isDrawn = ({ gates }: PlotData, path: string): boolean =>
  gates.some(({ populations }) => populations.some(({ name }) => path.slice(path.lastIndexOf('/') + 1) === name));

/** The populations of a picture by the names that people read. */
const named = (plot: PlotData, nameOf: NameOf): PlotData => ({
  ...plot,
  gates: plot.gates.map((gate) => ({
    ...gate,
    populations: gate.populations.map((population) => ({ ...population, name: nameOf(join(plot.population, population.name)) })),
  })),
});

const join = (parent: string, name: string): string => (parent === '' ? name : `${parent}/${name}`);

function alternativeOf({ x, y, count, gates, population }: PlotData, title: string, histogram: boolean, nameOf: NameOf): string {
  const shares = gates
    .flatMap(({ populations }) => populations)
    .map(({ name, percentOfParent }) =>
      percentOfParent === undefined ? nameOf(join(population, name)) : `${nameOf(join(population, name))} ${percentOfParent.toFixed(1)} %`,
    );
  const axes = histogram ? axisTitle(x.channel) : `${axisTitle(x.channel)} × ${axisTitle(y.channel)}`;
  return `${title} (${formatCount(count)}): ${axes}; ${shares.join(', ')}`;
}

/** The quadrant plot whose populations are the parts of the composition; by its roles where the composition is withheld. */
export function fourWayPlot({ plots, populations }: SampleAnalysis, nameOf: NameOf): CaptionedPlot | undefined {
  const nk = populations.find(({ role }) => role === 'nk');
  if (nk === undefined) return undefined;
  const plot = plots.find(
    (one) =>
      one.figure === undefined &&
      one.population === parentOf(nk.path) &&
      one.gates.some(({ gate }) => crossOf(gate) !== undefined) &&
      isDrawn(one, nk.path),
  );
  if (plot === undefined) return undefined;
  const title = nameOf(plot.population);
  return { plot: named(plot, nameOf), title, caption: alternativeOf(plot, title, false, nameOf) };
}
