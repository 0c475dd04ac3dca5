import { mapShared } from '../../../gating/strategy/edit-tree.ts';
import type { SampleGroup } from '../document/group.ts';
import { fileKey, type Sample, type SampleFile, type SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkSamples } from './edit-check.ts';
import type { EditOf } from './edit-kinds.ts';

/** The id that a host gives to a new sample where it has no better one. */
export const sampleIdOf = ({ sha256, dataset }: SampleFile): string => `${sha256.slice(0, 16)}-${dataset}`;

export function addSamples(document: SessionDocument, { samples }: EditOf<'sample/add'>): SessionDocument {
  const added = { ...document, samples: [...document.samples, ...samples] };
  checkSamples(added);
  return added;
}

/** What was changed by hand in a sample goes with it: a session holds nothing that it does not show. */
export function removeSamples(document: SessionDocument, { samples: ids }: EditOf<'sample/remove'>): SessionDocument {
  const gone = new Set(ids.map((id) => sampleOf(document, id)));
  const files = new Set([...gone].map(({ file }) => fileKey(file)));
  return {
    ...document,
    samples: document.samples.filter((sample) => !gone.has(sample)),
    overrides: document.overrides.filter((override) => !files.has(fileKey(override))),
    groups: [...mapShared(document.groups, (group) => withoutSamples(group, ids))],
  };
}

function withoutSamples(group: SampleGroup, gone: readonly string[]): SampleGroup {
  const samples = group.samples.filter((id) => !gone.includes(id));
  return samples.length === group.samples.length ? group : { ...group, samples };
}

export function relinkSample(document: SessionDocument, { sample: id, file }: EditOf<'sample/relink'>): SessionDocument {
  const sample = sampleOf(document, id);
  const { sha256, size, dataset } = sample.file;
  if (file.sha256 !== sha256 || file.size !== size || file.dataset !== dataset)
    refuseSession('sample-differs', { file: file.name, sample: id });
  return replaceSample(document, sample, { ...sample, file });
}

export function describeSample(document: SessionDocument, { sample: id, metadata }: EditOf<'sample/metadata'>): SessionDocument {
  const sample = sampleOf(document, id);
  return replaceSample(document, sample, { ...sample, metadata });
}

export function describeSamples(document: SessionDocument, { samples: all }: EditOf<'samples/metadata'>): SessionDocument {
  const said = new Map(all.map(({ sample, metadata }) => [sampleOf(document, sample), metadata]));
  const samples = mapShared(document.samples, (sample) => {
    const metadata = said.get(sample);
    return metadata === undefined ? sample : { ...sample, metadata };
  });
  return { ...document, samples: [...samples] };
}

/** Throws `sample-unknown`. */
export const sampleOf = (document: SessionDocument, id: string): Sample =>
  document.samples.find((sample) => sample.id === id) ?? refuseSession('sample-unknown', { sample: id });

const replaceSample = (document: SessionDocument, old: Sample, sample: Sample): SessionDocument => ({
  ...document,
  samples: document.samples.map((candidate) => (candidate === old ? sample : candidate)),
});
