import type { UsedChannel } from '../../core/gating/strategy/used-channels.ts';
import type { Thumbnail } from '../../core/statistics/histograms/thumbnail.ts';
import { type Fingerprint, fingerprintOf } from '../../core/study/review/fingerprint.ts';
import { type GateDistance, gateDistances, peersByRole } from '../../core/study/review/gate-distance.ts';
import { type GateFacts, gateFacts, type ReviewableGate, type ReviewedGate, reviewableGates } from '../../core/study/review/gate-facts.ts';
import { type LabelDoubt, labelDoubts, labelOf } from '../../core/study/review/label-doubts.ts';
import { inOrder, type Ordered } from '../../core/study/review/review-order.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { fileKey, type Review, type SessionDocument } from '../../core/study/session/document/session-document.ts';
import type { ArchiveReviewState } from './archive-state.ts';
import { isCurrent, makersOf, sampleAt } from './document.ts';
import { remembered } from './remembered.ts';
import type { ReviewLook } from './review-state.ts';
import type { SampleResult, State } from './state.ts';

/** What a person found of a gate; `isOld` where its numbers are others by now. */
interface Judgement extends Pick<Review, 'verdict' | 'by' | 'at' | 'reason'> {
  readonly isOld: boolean;
}

/** One sample or run in review, before it is compared. */
export interface ReviewSubject {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** What a filter finds it by, beside its name. */
  readonly about: string;
  readonly facts: GateFacts | undefined;
  readonly channels: readonly UsedChannel[];
  readonly thumbnail: Thumbnail | undefined;
  readonly judged: Judgement | undefined;
  readonly change: number | undefined;
  /** Of a session: the gating group. */
  readonly group?: string | undefined;
  /** It looks like another lot than its label. */
  readonly doubt?: LabelDoubt | undefined;
  /** Its numbers are of before the last edit, or still to come. */
  readonly isStale: boolean;
}

export interface ReviewItem extends ReviewSubject, Ordered {
  readonly apart: GateDistance;
}

/** Each with its distance from its peers. */
export function compared(subjects: readonly ReviewSubject[]): readonly ReviewItem[] {
  const distances = gateDistances(subjects, peersByRole);
  return subjects.map((subject) => {
    const apart = distances.get(subject.id) ?? noDistance;
    return { ...subject, apart, distance: apart.distance, light: subject.facts?.light };
  });
}
const noDistance: GateDistance = { peers: 0, distance: undefined, gate: undefined, share: undefined, reasons: [] };

/** Ids of those that the look asks for, in its order. */
export function shownOf(items: readonly ReviewItem[], { order, filter, share }: Pick<ReviewLook, 'order' | 'filter' | 'share'>) {
  const words = folded(filter).split(/\s+/).filter(Boolean);
  const fits = ({ name, about, role }: ReviewItem) => {
    const text = folded(`${name} ${role} ${about}`);
    return words.every((word) => text.includes(word));
  };
  const isOf: { readonly [S in ReviewLook['share']]: (item: ReviewItem) => boolean } = {
    all: () => true,
    open: ({ judged }) => judged === undefined || judged.isOld,
    returned: ({ judged }) => judged?.verdict === 'returned',
    doubted: ({ doubt }) => doubt !== undefined,
  };
  return inOrder(
    items.filter((item) => fits(item) && isOf[share](item)),
    order,
  ).map(({ id }) => id);
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const facts = new WeakMap<SampleAnalysis, Map<string, GateFacts | undefined>>();
function factsOf(analysis: SampleAnalysis, gate: ReviewedGate): GateFacts | undefined {
  const known = remembered(facts, analysis, () => new Map<string, GateFacts | undefined>());
  const key = JSON.stringify([gate.id, gate.population]);
  if (!known.has(key)) known.set(key, gateFacts(analysis, gate));
  return known.get(key);
}

/** Every gate that any of the samples has, as the strategy orders them. */
export function gatesIn(analyses: readonly SampleAnalysis[]): readonly ReviewableGate[] {
  const found = new Map<string, ReviewableGate>();
  for (const analysis of analyses)
    for (const gate of remembered(gatesOf, analysis, () => reviewableGates(analysis)))
      if (!found.has(gate.id ?? gate.population)) found.set(gate.id ?? gate.population, gate);
  return [...found.values()];
}
const gatesOf = new WeakMap<SampleAnalysis, readonly ReviewableGate[]>();

const fingerprints = new WeakMap<readonly Thumbnail[], Fingerprint>();
const doubtsOf = new WeakMap<readonly SampleResult[], ReadonlyMap<string, LabelDoubt>>();
const noDoubts: ReadonlyMap<string, LabelDoubt> = new Map();

/** Samples that look like another lot than their label, once all have their pictures. */
function sessionDoubts(results: readonly SampleResult[]): ReadonlyMap<string, LabelDoubt> {
  const gated = results.filter(({ analysis }) => analysis !== undefined);
  if (gated.some(({ thumbnails }) => thumbnails === undefined)) return noDoubts;
  return remembered(doubtsOf, results, () =>
    labelDoubts(
      gated.flatMap(({ key, analysis, thumbnails }) => {
        if (analysis === undefined || thumbnails === undefined) return [];
        const fingerprint = remembered(fingerprints, thumbnails.value, () => fingerprintOf(analysis.value, thumbnails.value));
        return [{ id: key, ...labelOf(analysis.value), fingerprint }];
      }),
    ),
  );
}

/** The samples of the session that are gated. */
export function sessionSubjects(
  state: Pick<State, 'session' | 'results'>,
  results: readonly SampleResult[],
  gate: ReviewedGate,
): readonly ReviewSubject[] {
  const document = state.session.history.present;
  const doubts = sessionDoubts(results);
  return results.flatMap((result): ReviewSubject[] => {
    const { key, name, analysis, thumbnails } = result;
    if (analysis === undefined) return [];
    const { metadata } = sampleAt(document, key) ?? analysis;
    const own = factsOf(analysis.value, gate);
    return [
      {
        ...{ id: key, name, role: metadata.role },
        about: [metadata.lot, metadata.donor, metadata.culture, metadata.declaredMethod, metadata.run].filter(Boolean).join(' '),
        facts: own,
        channels: analysis.value.channels,
        thumbnail: thumbnails?.value.find((one) => one.gate === own?.population),
        judged: judgementOf(document, key, gate, own),
        change: undefined,
        group: analysis.value.sample.group ?? undefined,
        doubt: doubts.get(key),
        isStale: !isCurrent(analysis, makersOf(state, result)),
      },
    ];
  });
}

const byGate = new WeakMap<readonly Review[], ReadonlyMap<string, Review>>();

function judgementOf(document: SessionDocument, key: string, gate: ReviewedGate, own: GateFacts | undefined): Judgement | undefined {
  const { reviews } = document;
  const sample = sampleAt(document, key);
  if (reviews === undefined || sample === undefined || gate.id === undefined) return undefined;
  const index = remembered(byGate, reviews, () => new Map(reviews.map((one) => [`${fileKey(one)} ${one.gate}`, one])));
  const review = index.get(`${fileKey(sample.file)} ${gate.id}`);
  if (review === undefined) return undefined;
  const seen = own?.counted;
  const { verdict, by, at, reason } = review;
  return { verdict, by, at, reason, isOld: seen?.count !== review.count || seen.parentCount !== review.parentCount };
}

/** Runs of the archive; a picture of other events than those that the result counts is none of it. */
export const archiveSubjects = ({ value, pictures, moving }: ArchiveReviewState): readonly ReviewSubject[] =>
  value.runs.map(({ id, result, name, role, about, channels, facts, change, judged }) => {
    const picture = pictures.get(result);
    return {
      ...{ id, name, role, about, channels, facts, change },
      thumbnail: picture?.count === facts?.counted.parentCount ? picture : undefined,
      judged: judged && { ...judged, isOld: false },
      isStale: moving.includes(id),
    };
  });
