import { layerColours } from '../../core/show/plot/colour.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleGroup } from '../../core/study/session/document/group.ts';
import { gatedBy, gatingGroupOf } from '../../core/study/session/document/group-members.ts';
import { fileKey, type Override, type Sample, type SessionDocument } from '../../core/study/session/document/session-document.ts';
import { protocolOf, strategyOf } from '../../core/study/session/session-strategy.ts';
import type { Makers } from './makers.ts';
import { remembered } from './remembered.ts';
import type { SampleKey, SampleResult, SampleSource, State } from './state.ts';
import { samplePaths } from './strategy-path.ts';

export const keyOf = ({ token, dataset }: Pick<SampleSource, 'token' | 'dataset'>): SampleKey => `${token} ${dataset}`;

/** The window's key of a sample of the session: its path is the token of its file. */
export const keyOfSample = ({ file }: Sample): SampleKey => `${file.path ?? ''} ${file.dataset}`;

/** Whether there is something to save: of a file, that all was taken out, too. */
export const hasContent = (state: Pick<State, 'session'>): boolean =>
  state.session.file !== undefined || hasSamples(state) || state.session.history.present.plates !== undefined;

export const hasSamples = ({ session }: Pick<State, 'session'>): boolean => session.history.present.samples.length > 0;

/** The protocol as people read it. */
export function protocolTitle({ session, view }: Pick<State, 'session' | 'view'>): string {
  const { title, name } = session.history.present.protocol;
  return title?.[view.language] ?? name;
}

const byKey = new WeakMap<SessionDocument['samples'], ReadonlyMap<SampleKey, Sample>>();

/** Asked for every sample at every change of the store: an index, made once for a list of samples. */
export const sampleAt = ({ samples }: SessionDocument, key: SampleKey | undefined): Sample | undefined =>
  remembered(byKey, samples, () => new Map(samples.map((sample) => [keyOfSample(sample), sample]))).get(key ?? '');

const byFile = new WeakMap<SessionDocument['overrides'], ReadonlyMap<string, readonly Override[]>>();

const overridesOf = ({ overrides }: SessionDocument, { file }: Sample): readonly Override[] =>
  remembered(byFile, overrides, () => groupByFile(overrides)).get(fileKey(file)) ?? [];

function groupByFile(overrides: readonly Override[]): ReadonlyMap<string, readonly Override[]> {
  const groups = new Map<string, Override[]>();
  for (const override of overrides) {
    const group = groups.get(fileKey(override));
    if (group === undefined) groups.set(fileKey(override), [override]);
    else group.push(override);
  }
  return groups;
}

const made = new WeakMap<Protocol, Map<string, Protocol>>();

/**
 * What one sample is analysed with: the protocol with what its gating group and the sample itself have of their own. The same decisions give the
 * same object, so that a result can be told from a stale one by looking at what made it.
 */
export function protocolFor(document: SessionDocument, sample: Sample | undefined): Protocol {
  if (sample === undefined) return document.protocol;
  const own = overridesOf(document, sample);
  const group = gatingGroupOf(document, sample);
  if (own.length === 0 && group?.own === undefined) return document.protocol;
  const versions = remembered(made, document.protocol, () => new Map<string, Protocol>());
  const key = `${JSON.stringify(own.map(({ gate, to, by, at, reason }) => [gate, to, by, at, reason]))} ${groupText(group)}`;
  const protocol = versions.get(key) ?? protocolOf(document, sample);
  versions.set(key, protocol);
  return protocol;
}

const texts = new WeakMap<object, string>();

/** What a group says of its samples' numbers, and under which name. */
const groupText = (group: SampleGroup | undefined): string =>
  group?.own === undefined ? '' : `${group.name} ${remembered(texts, group.own, () => JSON.stringify(group.own))}`;

interface PlacedPaths {
  readonly sample: ReadonlySet<string>;
  readonly group: ReadonlySet<string>;
}
const noPaths: PlacedPaths = { sample: new Set(), group: new Set() };
const ownPaths = new WeakMap<Protocol, PlacedPaths>();

function placedPaths({ session, view }: Pick<State, 'session' | 'view'>): PlacedPaths {
  const document = session.history.present;
  const sample = sampleAt(document, view.selected);
  const protocol = protocolFor(document, sample);
  // a sample without gates of its own shares the protocol of all
  if (sample === undefined || protocol === document.protocol) return noPaths;
  return remembered(ownPaths, protocol, () => {
    const placed = [...strategyOf(document, sample).overriddenPopulations];
    const pathsOf = (isGroup: boolean) => new Set(placed.flatMap(([path, { group }]) => ((group !== undefined) === isGroup ? [path] : [])));
    return { sample: pathsOf(false), group: pathsOf(true) };
  });
}

type Looked = Pick<State, 'session' | 'results' | 'view'>;

/** Paths of the populations whose gate is the shown sample's own. */
export const overriddenPaths = (state: Looked): ReadonlySet<string> => samplePaths(state, placedPaths(state).sample);

/** Paths of those whose gate is that of the shown sample's group. */
export const groupedPaths = (state: Looked): ReadonlySet<string> => samplePaths(state, placedPaths(state).group);

/** The group that gates the shown sample; undefined where it is gated as all are. */
export function shownGroup({ session, view }: Pick<State, 'session' | 'view'>): SampleGroup | undefined {
  const sample = sampleAt(session.history.present, view.selected);
  return sample && gatingGroupOf(session.history.present, sample);
}

/** What the shown sample is analysed with. */
export const shownProtocol = ({ session, view }: Pick<State, 'session' | 'view'>): Protocol =>
  protocolFor(session.history.present, sampleAt(session.history.present, view.selected));

/** How many samples and groups have a gate of their own in place of the protocol's. */
export const tailoredIn = ({ overrides, groups }: SessionDocument, gate: string | undefined) => ({
  samples: overrides.filter((own) => own.gate === gate).length,
  groups: groups.filter(({ own }) => own?.gates?.some((placed) => placed.gate === gate)).length,
});

/** The colour of a group wherever it is named, by its place. */
export function groupColour({ groups }: Pick<SessionDocument, 'groups'>, id: string): string {
  const at = groups.findIndex((group) => group.id === id);
  return layerColours[Math.max(at, 0) % layerColours.length] ?? layerColours[0];
}

/** What a report says of the group that gates a sample. */
export function gatedByFor({ session }: Pick<State, 'session'>, key: SampleKey): ReturnType<typeof gatedBy> {
  const sample = sampleAt(session.history.present, key);
  return sample === undefined ? {} : gatedBy(session.history.present, sample);
}

/** What a sample's results follow from. A sample that is not part of the session yet is analysed as the protocol says. */
export function makersOf({ session }: Pick<State, 'session'>, result: SampleResult): Makers | undefined {
  const document = session.history.present;
  const sample = sampleAt(document, result.key);
  const metadata = sample?.metadata ?? result.facts?.metadata;
  return metadata && { protocol: protocolFor(document, sample), metadata, sha256: result.sha256 };
}

export const isCurrent = (result: Makers | undefined, makers: Makers | undefined): boolean =>
  result !== undefined &&
  makers !== undefined &&
  result.protocol === makers.protocol &&
  result.metadata === makers.metadata &&
  result.sha256 === makers.sha256;
