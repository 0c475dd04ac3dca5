import { lotDonors } from '../../../data/metadata/lot-donors.ts';
import type { Sample, SessionDocument } from '../document/session-document.ts';
import type { Edit } from './edit-kinds.ts';

/** Throws `lot-other-donor` for a new edit that gives a lot of the session another donor. What a session holds already stays as it is. */
export function refuseOtherDonor({ samples }: SessionDocument, edit: Edit): void {
  const said = saidNew(samples, edit);
  const lots = lotDonors();
  for (const { id, metadata } of samples) if (!said.some((sample) => sample.id === id)) lots.claim(metadata);
  for (const { metadata } of said) {
    const problem = lots.claim(metadata);
    if (problem !== undefined) throw problem;
  }
}

/** The samples of which an edit says a lot or donor that it had not. */
function saidNew(samples: readonly Sample[], edit: Edit): readonly Pick<Sample, 'id' | 'metadata'>[] {
  if (edit.type === 'sample/add') return edit.samples;
  const all = edit.type === 'samples/metadata' ? edit.samples : edit.type === 'sample/metadata' ? [edit] : [];
  return all.flatMap(({ sample: id, metadata }) => {
    const before = samples.find((sample) => sample.id === id)?.metadata;
    return before?.lot === metadata.lot && before?.donor === metadata.donor ? [] : [{ id, metadata }];
  });
}
