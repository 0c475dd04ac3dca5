import type { Stamp } from '../document/group.ts';
import { fileKey, type Review, type SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import type { EditOf } from './edit-kinds.ts';
import { sampleOf } from './edit-samples.ts';
import { gateIds, withReviews } from './review-rules.ts';

/** Judges one gate in samples; an earlier judgement of the same gate and sample gives way. */
export function reviewGate(document: SessionDocument, edit: EditOf<'gate/review'>, { at, by }: Stamp): SessionDocument {
  const { gate, verdict, reason } = edit;
  if (!gateIds(document).has(gate)) refuseSession('gate-unknown', { gate });
  const judged = edit.samples.map(({ sample, count, parentCount }) => ({ file: sampleOf(document, sample).file, count, parentCount }));
  const keys = new Set(judged.map(({ file }) => fileKey(file)));
  const others = (document.reviews ?? []).filter((review) => review.gate !== gate || !keys.has(fileKey(review)));
  const added = judged.map(({ file: { sha256, dataset }, count, parentCount }) => ({ sha256, dataset, count, parentCount }));
  const reviews = verdict === 'open' ? [] : added.map((seen): Review => ({ ...seen, gate, verdict, by, at, reason }));
  return withReviews(document, [...others, ...reviews]);
}
