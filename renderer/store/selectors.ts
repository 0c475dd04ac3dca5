import type { Finding } from '../../core/base/finding.ts';
import { callState } from '../../core/biology/classification/call-state.ts';
import type { Light } from '../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../core/gating/quality/quality.ts';
import { indexStrategy } from '../../core/gating/strategy/edit-tree.ts';
import { lightOfGate } from '../../core/gating/strategy/population.ts';
import type { UsedChannel } from '../../core/gating/strategy/used-channels.ts';
import type { PopulationResult } from '../../core/statistics/population-result.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { gatingGroupOf, membersOf } from '../../core/study/session/document/group-members.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { classifiedOf } from './classified.ts';
import { groupColour, isCurrent, keyOfSample, makersOf, sampleAt } from './document.ts';
import { parentPath } from './population-path.ts';
import { liked } from './preferences.ts';
import { remembered } from './remembered.ts';
import type { SampleRow } from './sample-row.ts';
import type { GateDraft, Picture, PlotId, SampleFacts, SampleKey, SampleResult, State } from './state.ts';
import { samplePath } from './strategy-path.ts';
import { firstTile, tilesOfStrategy } from './tiles.ts';

export const selectedResult = ({ results, view }: State): SampleResult | undefined => results.samples.get(view.selected ?? '');

/** The analysis that is shown; it may be stale. */
export const shownAnalysis = (state: State): SampleAnalysis | undefined => selectedResult(state)?.analysis?.value;

export function isStale(state: State, result: SampleResult | undefined): boolean {
  return result?.analysis !== undefined && !isCurrent(result.analysis, makersOf(state, result));
}

/** Whether a picture shows another sample, or what the session said before; a scale that is only tried is nobody's past. */
export function isOldPicture(state: State, picture: Picture | undefined): boolean {
  const result = selectedResult(state);
  if (picture === undefined || result === undefined) return false;
  if (picture.sample !== result.key) return true;
  return state.view.scaleDraft === undefined && picture.protocol !== makersOf(state, result)?.protocol;
}

/** What a plot shows: while a gate is held, what follows from it. */
export function shownPicture({ results }: State, tile: PlotId): Picture | undefined {
  const picture = results.pictures.get(tile);
  const drafted = results.drafted?.pictures.get(tile);
  // a newer one has come in the meantime
  const isOver = drafted?.protocol !== picture?.protocol || drafted?.affinity !== picture?.affinity;
  return drafted === undefined || isOver ? picture : drafted;
}

/** The gate that is held or drawn, or was let go of a moment ago, where it has to do with a plot: a moved one is drawn below its parent. */
export function draftOn(state: State, { id, population }: Plot): GateDraft | undefined {
  const draft = state.view.draft ?? state.results.drafted?.draft;
  if (draft?.id === undefined || draft.naming === true || draft.tile === id) return draft;
  const isBelow = shownAnalysis(state)?.populations.some(({ path, gate }) => gate?.id === draft.id && parentPath(path) === population);
  return isBelow === true ? draft : undefined;
}

type Session = Pick<State, 'session' | 'results'>;

/** Whether numbers of a loaded sample are still to come: an analysis that failed or was given up brings none. */
export function isGating(state: Session, result: SampleResult): boolean {
  const makers = makersOf(state, result);
  return result.phase === 'loaded' && !isCurrent(result.analysis, makers) && !isCurrent(result.ended, makers);
}

const noTiles: readonly Plot[] = [];
const byPopulations = new WeakMap<readonly PopulationResult[], readonly Plot[]>();
const byChannels = new WeakMap<object, readonly Plot[]>();
const byKind = new WeakMap<readonly Plot[], Map<Plot['kind'], readonly Plot[]>>();
const byStrategy = new WeakMap<Protocol['strategy'], ReadonlySet<string>>();
const pathsOf = (strategy: Protocol['strategy']): ReadonlySet<string> =>
  remembered(byStrategy, strategy, () => new Set(indexStrategy(strategy).populations.map(({ path }) => path)));

/** The plots of the grid: those that a person arranged, else those of the protocol, else one a gate; before there is a result, all events by scatter. */
export function tilesOf(state: State): readonly Plot[] {
  const plots = state.session.arrangement.plots ?? state.session.history.present.protocol.plots;
  if (plots !== undefined) {
    const paths = pathsOf(state.session.history.present.protocol.strategy);
    // a plot of what was deleted comes back with an undo
    const kept = plots.filter(({ population }) => population === '' || paths.has(population));
    return kept.map((plot) => inSample(plot, samplePath(state, plot.population)));
  }
  return onePlotAGate(state);
}

const renamed = new WeakMap<Plot, Plot>();

/** A plot of a population as the sample calls it; the same one as long as that is the same. */
function inSample(plot: Plot, population: string): Plot {
  if (plot.population === population) return plot;
  const before = renamed.get(plot);
  const now = before?.population === population ? before : { ...plot, population };
  renamed.set(plot, now);
  return now;
}

/** What a sample is looked at with before anything is chosen, as the kind of plot that is liked. */
export function onePlotAGate(state: State): readonly Plot[] {
  const plots = usualPlots(state);
  const kind = liked(state, 'plot') ?? 'density';
  if (kind === 'density') return plots;
  const kinds = remembered(byKind, plots, () => new Map<Plot['kind'], readonly Plot[]>());
  const known = kinds.get(kind) ?? plots.map((plot) => ({ ...plot, kind }));
  kinds.set(kind, known);
  return known;
}

function usualPlots(state: State): readonly Plot[] {
  const result = selectedResult(state);
  const analysis = result?.analysis?.value;
  if (analysis !== undefined)
    return remembered(byPopulations, analysis.populations, () =>
      strategyTiles(analysis, result?.facts?.channels, result?.analysis?.protocol.dimensions),
    );
  const channels = result?.facts?.channels;
  if (channels === undefined) return noTiles;
  return remembered(byChannels, channels, () => [firstTile(channels.map(({ name }) => name)) ?? []].flat());
}

function strategyTiles(
  { populations, channels }: SampleAnalysis,
  all: readonly { readonly name: string }[] = [],
  dimensions: Protocol['dimensions'],
): readonly Plot[] {
  const tiles = tilesOfStrategy(populations, channels, dimensions);
  return tiles.length > 0 ? tiles : [firstTile(all.map(({ name }) => name)) ?? []].flat();
}

/** Results of the samples that the session holds; one that was removed keeps its results for an undo. */
export const sessionResults = ({ session, results }: Session): readonly SampleResult[] =>
  [...results.samples.values()].filter(({ key }) => sampleAt(session.history.present, key) !== undefined);

/** Those of the group whose samples are listed; of all where none is. */
export function groupResults(state: Session & Pick<State, 'view'>): readonly SampleResult[] {
  const document = state.session.history.present;
  const group = document.groups.find(({ id }) => id === state.view.group);
  const results = sessionResults(state);
  if (group === undefined) return results;
  const members = new Set(membersOf(document, group).map(keyOfSample));
  return results.filter(({ key }) => members.has(key));
}

/** Results of the samples that can be read; undefined while one of them is not what the session says now: no number leaves the window then. */
export function settledResults(state: Session): readonly SampleResult[] | undefined {
  const readable = sessionResults(state).filter(({ phase }) => phase !== 'missing' && phase !== 'failed');
  return readable.every((result) => isCurrent(result.analysis, makersOf(state, result))) ? readable : undefined;
}

/** Those, and what is still being opened or was refused: what the list of samples shows. */
export const listedResults = ({ session, results }: Session): readonly SampleResult[] =>
  [...results.samples.values()].filter(({ key, pending }) => pending || sampleAt(session.history.present, key) !== undefined);

export const sampleRows = (state: Session): readonly SampleRow[] => listedResults(state).map((result) => rowOf(state, result));

interface KeptRow {
  readonly document: SessionDocument;
  readonly classified: ReturnType<typeof classifiedOf>;
  readonly row: SampleRow;
}
const keptRows = new WeakMap<SampleResult, KeptRow>();

/** A row is made anew where its sample, the document or its call is another one: a thousand others stay as they are. */
function rowOf(state: Session, result: SampleResult): SampleRow {
  const document = state.session.history.present;
  const classified = classifiedOf(state, result);
  const known = keptRows.get(result);
  if (known?.document === document && known.classified === classified) return known.row;
  const row = makeRow(state, result, classified);
  keptRows.set(result, { document, classified, row });
  return row;
}

function makeRow(state: Session, result: SampleResult, classified: KeptRow['classified']): SampleRow {
  const { key, name, dataset, phase, facts, analysis, problem } = result;
  const document = state.session.history.present;
  const sample = sampleAt(document, key);
  const group = sample && gatingGroupOf(document, sample);
  const metadata = sample?.metadata ?? facts?.metadata ?? { role: 'sample' };
  const several = (facts?.datasetCount ?? 1) > 1;
  const failed = phase === 'failed' || (problem !== undefined && analysis === undefined);
  return {
    id: key,
    name: several ? `${name} (${dataset + 1}/${facts?.datasetCount ?? 1})` : name,
    state:
      phase === 'missing'
        ? 'missing'
        : failed
          ? 'failed'
          : analysis
            ? 'ready'
            : phase === 'reading' || isGating(state, result)
              ? 'working'
              : 'waiting',
    verdict: currentVerdict(state, result),
    light: analysis && worstLight(analysis.value.populations),
    compensation: analysis?.value.compensation,
    metadata,
    gatedBy: group && { name: group.name, colour: groupColour(document, group.id) },
    eventCount: facts?.eventCount,
    ...callOf(classified),
    findings: findingsIn(result).length,
  };
}

function callOf(classified: KeptRow['classified']): Pick<SampleRow, 'group' | 'unfit'> {
  if (classified === undefined) return {};
  const { classification } = classified.analysis;
  const state = callState(classification);
  return state === 'judged' ? { group: classification.group } : state === 'unfit' ? { unfit: true } : {};
}

/** Unknown as soon as the session says something else, as far as quality follows from it. */
function currentVerdict(state: Session, { quality, ...result }: SampleResult): Verdict | undefined {
  return quality?.protocol === makersOf(state, result)?.protocol ? quality?.report?.verdict : undefined;
}

const severity = { green: 0, amber: 1, red: 2 } as const satisfies { readonly [L in Light]: number };

function worstLight(populations: readonly PopulationResult[]): Light | undefined {
  const lights = populations.flatMap(({ gate }) => (gate && lightOfGate(gate)) ?? []);
  return lights.sort((a, b) => severity[b] - severity[a])[0];
}

/** The channels that an axis can show: those with a name of the panel first, then the others by $PnN. */
export function axisChannels(
  analysis: SampleAnalysis | undefined,
  facts: SampleFacts | undefined,
): readonly Pick<UsedChannel, 'id' | 'name' | 'marker' | 'compensated'>[] {
  // two panel names of one channel (FSC, FSC-A) are one choice
  const used = (analysis?.channels ?? []).filter(({ index }, i, all) => all.findIndex((other) => other.index === index) === i);
  const rest = (facts?.channels ?? [])
    .filter(({ index, name }) => name !== '' && !used.some((channel) => channel.index === index))
    .map(({ name, marker }) => ({ id: name, name, ...(marker === undefined ? {} : { marker }), compensated: false }));
  return [...used, ...rest];
}

/** Samples of the session in order, for stepping through them. */
export const listedKeys = (state: Session): readonly SampleKey[] => listedResults(state).map(({ key }) => key);

/** What is selected once the list has changed: the same, else what stood next to it, else the first. */
export function nearestListed(selected: SampleKey | undefined, before: readonly SampleKey[], after: readonly SampleKey[]) {
  const isListed = (key: SampleKey) => after.includes(key);
  if (selected !== undefined && isListed(selected)) return selected;
  const at = before.indexOf(selected ?? '');
  return before.slice(at + 1).find(isListed) ?? before.slice(0, Math.max(at, 0)).findLast(isListed) ?? after[0];
}

/** Everything odd in the file of one sample, as far as it is known. */
export const findingsIn = ({ analysis, facts }: SampleResult): readonly Finding[] => analysis?.value.findings ?? facts?.findings ?? [];

/** How much is odd in the files of all samples together. */
export const countFindings = (state: Session): number => listedResults(state).reduce((sum, result) => sum + findingsIn(result).length, 0);
