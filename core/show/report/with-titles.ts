import type { Finding } from '../../base/finding.ts';
import type { Language } from '../../base/message.ts';
import { indexStrategy } from '../../gating/strategy/edit-tree.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { translator } from './messages.ts';

/** Values of sentences that are names or paths of populations. */
const namesPopulations = new Set(['gate', 'parent', 'countedIn', 'population']);

/**
 * An analysis for people of one language: every population, and every path, by the titles of the protocol. For showing alone: two populations
 * may have one title.
 */
export function withTitles(analysis: SampleAnalysis, { strategy }: Pick<Protocol, 'strategy'>, language: Language): SampleAnalysis {
  const titles = new Map(indexStrategy(strategy).populations.map(({ node }) => [node.name, node.title?.[language] ?? node.name]));
  const titled = (name: string): string => titles.get(name) ?? name;
  const pathOf = (path: string): string => path.split('/').map(titled).join('/');
  const all = translator(language)('allEvents');
  /** Findings and cautions name gates by their populations. */
  const namedIn = <F extends Finding>(finding: F): F => {
    const named = Object.entries(finding.values ?? {}).flatMap(([name, value]) =>
      namesPopulations.has(name) && typeof value === 'string'
        ? [[name, value === '●' ? all : value.split(', ').map(pathOf).join(', ')]]
        : [],
    );
    return named.length === 0 ? finding : { ...finding, values: { ...finding.values, ...Object.fromEntries(named) } };
  };
  const { composition, absent, manual } = analysis;
  return {
    ...analysis,
    populations: analysis.populations.map(({ gate, ...population }) => ({
      ...population,
      path: pathOf(population.path),
      name: titled(population.name),
      ...(gate === undefined
        ? {}
        : { gate: { ...gate, ...(gate.cautions === undefined ? {} : { cautions: gate.cautions.map(namedIn) }) } }),
    })),
    findings: analysis.findings.map(namedIn),
    features: analysis.features.map((feature) => ({
      ...feature,
      definition: { ...feature.definition, of: feature.definition.of.map(pathOf), within: feature.definition.within.map(pathOf) },
    })),
    composition: composition && {
      ...composition,
      denominator: pathOf(composition.denominator),
      parts: composition.parts.map((part) => ({ ...part, path: pathOf(part.path) })),
    },
    ...(absent === undefined ? {} : { absent: absent.map((one) => ({ ...one, path: pathOf(one.path), name: titled(one.name) })) }),
    ...(manual === undefined ? {} : { manual: manual.map((one) => ({ ...one, population: pathOf(one.population) })) }),
    plots: analysis.plots.map((plot) => plotWithTitles(plot, titled, pathOf)),
  };
}

const plotWithTitles = (plot: PlotData, titled: (name: string) => string, pathOf: (path: string) => string): PlotData => ({
  ...plot,
  population: pathOf(plot.population),
  gates: plot.gates.map((gate) => ({ ...gate, populations: gate.populations.map((one) => ({ ...one, name: titled(one.name) })) })),
});
