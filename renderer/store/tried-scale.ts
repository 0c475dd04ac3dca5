import { Problem } from '../../core/base/problem.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { setTransform } from '../../core/study/session/edits/edit-transform.ts';
import { protocolFor, sampleAt } from './document.ts';
import type { SampleKey, ScaleDraft, State } from './state.ts';

const tried = new WeakMap<ScaleDraft, { readonly document: SessionDocument; readonly changed: SessionDocument | undefined }>();

/** The protocol of a sample as if the scale that is being tried were set; undefined where it cannot be. The same draft gives the same object. */
export function triedProtocol({ session, view }: State, key: SampleKey): Protocol | undefined {
  const { scaleDraft } = view;
  const document = session.history.present;
  if (scaleDraft === undefined) return undefined;
  let known = tried.get(scaleDraft);
  if (known?.document !== document) {
    known = { document, changed: withScale(document, scaleDraft) };
    tried.set(scaleDraft, known);
  }
  return known.changed && protocolFor(known.changed, sampleAt(known.changed, key));
}

function withScale(document: SessionDocument, { entry, transform, group }: ScaleDraft): SessionDocument | undefined {
  try {
    return setTransform(document, { type: 'transform/set', entry, transform, ...(group === undefined ? {} : { scope: { group } }) });
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
