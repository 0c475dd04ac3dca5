import { indexStrategy } from '../../../gating/strategy/edit-tree.ts';
import { fileKey, type Review, type SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';

/** Judgements of gates and samples that are gone go with them. */
export function keptReviews(document: SessionDocument): SessionDocument {
  const { reviews } = document;
  if (reviews === undefined) return document;
  const ids = gateIds(document);
  const files = new Set(document.samples.map(({ file }) => fileKey(file)));
  const kept = reviews.filter((review) => ids.has(review.gate) && files.has(fileKey(review)));
  return kept.length === reviews.length ? document : withReviews(document, kept);
}

/** Every judgement is of a gate and a sample of the session, once. */
export function checkReviews(document: SessionDocument): void {
  const { reviews = [] } = document;
  const ids = gateIds(document);
  const files = new Set(document.samples.map(({ file }) => fileKey(file)));
  const seen = new Set<string>();
  for (const review of reviews) {
    if (!ids.has(review.gate)) refuseSession('gate-unknown', { gate: review.gate }, 'reviews');
    if (!files.has(fileKey(review))) refuseSession('sample-unknown', { sample: review.sha256 }, 'reviews');
    const key = `${fileKey(review)} ${review.gate}`;
    if (seen.has(key)) refuseSession('review-taken', { gate: review.gate, sample: review.sha256 }, 'reviews');
    seen.add(key);
  }
}

export function withReviews({ reviews: _, ...document }: SessionDocument, reviews: readonly Review[]): SessionDocument {
  return reviews.length === 0 ? document : { ...document, reviews: [...reviews] };
}

export const gateIds = ({ protocol }: SessionDocument): ReadonlySet<string | undefined> =>
  new Set(indexStrategy(protocol.strategy).gates.map(({ node }) => node.id));
