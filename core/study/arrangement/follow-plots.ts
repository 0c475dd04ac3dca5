import { indexStrategy, type PopulationAt } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { Plot } from './plot.ts';

type Strategy = readonly GateNode[];

/** Where each population of a strategy is after an edit, by its path; undefined for one that is gone. */
export function followPopulations(old: Strategy, now: Strategy): (path: string) => string | undefined {
  const { populations } = indexStrategy(now);
  const paths = new Map(populations.map((known) => [nameOf(known), known.path]));
  const present = new Set(populations.map(({ path }) => path));
  const moved = new Map(indexStrategy(old).populations.map((known) => [known.path, paths.get(nameOf(known))]));
  return (path) => moved.get(path) ?? (path === '' || present.has(path) ? path : undefined);
}

/** Plots follow their population to its new name; those of one that is gone wait for an undo. The same list where none has moved. */
export function followPlots(plots: readonly Plot[], follow: (path: string) => string | undefined): readonly Plot[] {
  const followed = plots.map((plot) => {
    const population = follow(plot.population) ?? plot.population;
    return population === plot.population ? plot : { ...plot, population };
  });
  return followed.every((plot, i) => plot === plots[i]) ? plots : followed;
}

/** A gate and its part, whatever the population is called. */
const nameOf = ({ gate, part, path }: PopulationAt): string => JSON.stringify([gate.id ?? path, part]);
