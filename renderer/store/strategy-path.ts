import { indexStrategy, type PopulationAt } from '../../core/gating/strategy/edit-tree.ts';
import type { PopulationResult } from '../../core/statistics/population-result.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { remembered } from './remembered.ts';
import type { State } from './state.ts';

/*
 * Where the sample lacks the channels of an optional gate, what stands below that gate stands above it there: a population has one path in
 * the sample and another in the strategy, which edits and arrangements name. Its gate and part say which it is.
 */

type Looked = Pick<State, 'session' | 'results' | 'view'>;

interface Paths {
  readonly ofStrategy: ReadonlyMap<string, string>;
  readonly ofSample: ReadonlyMap<string, string>;
}

const noPaths: Paths = { ofStrategy: new Map(), ofSample: new Map() };
const known = new WeakMap<readonly PopulationResult[], WeakMap<Protocol['strategy'], Paths>>();
const indexed = new WeakMap<Protocol['strategy'], readonly PopulationAt[]>();

const populationsOf = (strategy: Protocol['strategy']) => remembered(indexed, strategy, () => indexStrategy(strategy).populations);

/** Only those whose paths differ. */
function pathsOf({ session, results, view }: Looked): Paths {
  const populations = results.samples.get(view.selected ?? '')?.analysis?.value.populations;
  const { strategy } = session.history.present.protocol;
  if (populations === undefined) return noPaths;
  const byStrategy = remembered(known, populations, () => new WeakMap<Protocol['strategy'], Paths>());
  return remembered(byStrategy, strategy, () => {
    const named = new Map(
      populationsOf(strategy).flatMap(({ path, gate, part }) => (gate.id === undefined ? [] : [[`${part} ${gate.id}`, path] as const])),
    );
    const pairs = populations.flatMap(({ path, gate }) => {
      const own = gate?.id === undefined ? undefined : named.get(`${gate.part} ${gate.id}`);
      return own === undefined || own === path ? [] : [[path, own] as const];
    });
    return { ofStrategy: new Map(pairs), ofSample: new Map(pairs.map(([path, own]) => [own, path])) };
  });
}

/** What a population of the shown sample is called in the strategy. */
export const strategyPath = (state: Looked, path: string): string => pathsOf(state).ofStrategy.get(path) ?? path;

/** What a population of the strategy is called in the shown sample. */
export const samplePath = (state: Looked, path: string): string => pathsOf(state).ofSample.get(path) ?? path;

const translated = new WeakMap<ReadonlySet<string>, WeakMap<Paths, ReadonlySet<string>>>();

/** The same for several; the same set as long as that is so. */
export function samplePaths(state: Looked, paths: ReadonlySet<string>): ReadonlySet<string> {
  const differing = pathsOf(state);
  if (differing.ofSample.size === 0) return paths;
  const bySample = remembered(translated, paths, () => new WeakMap<Paths, ReadonlySet<string>>());
  return remembered(bySample, differing, () => new Set([...paths].map((path) => differing.ofSample.get(path) ?? path)));
}

/** Names that are taken below a population of the shown sample, in it and in the strategy. */
export function namesBelow(state: Looked, parent: string): ReadonlySet<string> {
  const populations = state.results.samples.get(state.view.selected ?? '')?.analysis?.value.populations ?? [];
  const below = strategyPath(state, parent);
  const isBelow = (path: string) => path !== '' && path.slice(0, Math.max(0, path.lastIndexOf('/'))) === parent;
  return new Set([
    ...populations.flatMap(({ path, name }) => (isBelow(path) ? [name] : [])),
    ...populationsOf(state.session.history.present.protocol.strategy).flatMap(({ parent: at, node }) => (at === below ? [node.name] : [])),
  ]);
}
