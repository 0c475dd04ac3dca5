import type { Protocol } from '../../core/session/protocol.ts';
import { isOverrideOf, type Sample, type SessionDocument } from '../../core/session/session-document.ts';
import { protocolOf } from '../../core/session/session-strategy.ts';
import type { Made, SampleKey, SampleResult, SampleSource, State } from './state.ts';

export const keyOf = ({ token, dataset }: Pick<SampleSource, 'token' | 'dataset'>): SampleKey => `${token} ${dataset}`;

/** The window's key of a sample of the session: its path is the token of its file. */
export const keyOfSample = ({ file }: Sample): SampleKey => `${file.path ?? ''} ${file.dataset}`;

export const sampleAt = ({ samples }: SessionDocument, key: SampleKey | undefined): Sample | undefined =>
  samples.find((sample) => keyOfSample(sample) === key);

const made = new WeakMap<Protocol, Map<string, Protocol>>();

/**
 * What one sample is analysed with: the protocol with the sample's own gates. The same decisions give the same object, so that a
 * result can be told from a stale one by looking at what made it.
 */
export function protocolFor(document: SessionDocument, sample: Sample | undefined): Protocol {
  const own = sample === undefined ? [] : document.overrides.filter((override) => isOverrideOf(override, sample));
  if (sample === undefined || own.length === 0) return document.protocol;
  const versions = made.get(document.protocol) ?? new Map<string, Protocol>();
  made.set(document.protocol, versions);
  const key = JSON.stringify(own.map(({ gate, to }) => [gate, to]));
  const protocol = versions.get(key) ?? protocolOf(document, sample);
  versions.set(key, protocol);
  return protocol;
}

/** What a sample's results follow from. A sample that is not part of the session yet is analysed as the protocol says. */
export function makersOf({ session }: Pick<State, 'session'>, result: SampleResult): Omit<Made<unknown>, 'value'> | undefined {
  const document = session.history.present;
  const sample = sampleAt(document, result.key);
  const metadata = sample?.metadata ?? result.facts?.metadata;
  return metadata && { protocol: protocolFor(document, sample), metadata, sha256: result.sha256 };
}

export const isCurrent = (result: Made<unknown> | undefined, makers: ReturnType<typeof makersOf>): boolean =>
  result !== undefined &&
  makers !== undefined &&
  result.protocol === makers.protocol &&
  result.metadata === makers.metadata &&
  result.sha256 === makers.sha256;
