import { poissonUpper } from '../../base/math/poisson-limits.ts';
import type { Problem } from '../../base/problem.ts';
import { type BlankLimits, limitsByBlanks } from '../../biology/rare/blanks.ts';
import { type Counted, type CountedFraction, fractionOf } from '../../biology/rare/counted.ts';
import { type EventRule, eventsNeeded, limitsOfTube, type RareState, stateOf } from '../../biology/rare/event-limits.ts';
import { type NetRate, netRate } from '../../biology/rare/net-rate.ts';
import { sumTubes, type Tubes } from '../../biology/rare/tubes.ts';
import { type HasFlow, hasFlow } from '../../biology/residual/has-flow.ts';
import { checkTubes, type RefusedTube, unfitBlank } from './check-tubes.ts';
import { replicateLimits } from './replicates.ts';
import type { ResidualPlan } from './residual-plan.ts';
import type { Tube } from './tube.ts';

type ResidualState = RareState | 'cannot-tell';

/** Why a result cannot be told, by code; `events` more are needed where acquisition can mend it. */
interface Doubt {
  readonly code: 'too-few-events' | 'limit-not-reached' | 'gate-red' | 'blank-missing' | 'blank-unfit' | 'nothing-counted';
  readonly events?: number;
}

/** One tube's number with all that stands beside it: fractions of 1. */
export interface CountedTube extends CountedFraction {
  readonly file: string;
  readonly dataset: number;
  readonly sha256: string;
  readonly n: number;
  readonly total: number;
  /** Of this tube, by its own events. */
  readonly lod: number;
  readonly loq: number;
  readonly state: RareState;
  readonly light: Tube['light'];
}

interface ResidualBlanks {
  readonly tubes: readonly CountedTube[];
  readonly limits: BlankLimits;
  readonly net: NetRate | undefined;
}

/** The result of one sample by a plan. Nothing is subtracted from `upper`, whatever the blanks hold. */
export interface ResidualResult {
  readonly plan: Pick<ResidualPlan, 'name' | 'revision' | 'material' | 'population' | 'denominator' | 'confidence' | 'limit'>;
  readonly tubes: readonly CountedTube[];
  readonly refused: readonly RefusedTube[];
  /** Of all tubes together; undefined where nothing was counted. */
  readonly sum: (Tubes & CountedFraction) | undefined;
  /** One-sided upper limit that stands: of the sum, or the highest of the tubes where they disagree. */
  readonly upper: number | undefined;
  /** Limits as fractions, with what the blanks allow; the rule of events that the state was told by. */
  readonly lod: number | undefined;
  readonly loq: number | undefined;
  readonly rule: EventRule;
  readonly blanks: ResidualBlanks | undefined;
  /** Limits of blank and of detection by the plan's replicates, as fractions. */
  readonly replicates?: { readonly lob: number; readonly lod: number };
  readonly state: ResidualState;
  readonly doubts: readonly Doubt[];
  readonly hasFlow: HasFlow | undefined;
}

/**
 * Counts tubes of one sample together by a plan and says what they show. Tubes that disagree are not averaged; a result that the plan
 * does not allow is `cannot-tell`, with everything that was counted.
 */
export function measureResidual(plan: ResidualPlan, given: readonly Tube[], givenBlanks: readonly Tube[] = []): ResidualResult {
  const { tubes, refused } = checkTubes(given);
  const total = tubes.reduce((sum, tube) => sum + tube.total, 0);
  const asBlanks = checkBlanks(givenBlanks, tubes, total);
  const sum = total === 0 ? undefined : summed(tubes, plan);
  const each = tubes.map((tube) => countedTube(tube, plan)).filter((tube) => tube !== undefined);
  const limits = total === 0 || asBlanks.tubes.length === 0 ? undefined : limitsByBlanks(asBlanks.tubes, total, plan.events.lodEvents);
  const replicates = replicateLimits(plan);
  const rule = ruleOf(plan.events, [limits?.lodEvents ?? 0, (replicates?.lod ?? 0) * total]);
  const upper = sum === undefined ? undefined : sum.isPooled ? sum.oneSidedUpper : Math.max(...each.map((tube) => tube.oneSidedUpper));
  const state =
    sum === undefined ? undefined : sum.isPooled ? stateOf(sum.n, rule) : highest(tubes.map((tube) => stateOfShare(tube, rule, total)));
  const doubts = doubtsOf(plan, { tubes, asBlanks, total, upper, state, n: sum?.n ?? 0 });
  const { name, revision, material, population, denominator, confidence, limit } = plan;
  return {
    plan: { name, revision, material, population, denominator, confidence, ...(limit === undefined ? {} : { limit }) },
    tubes: each,
    refused: [...refused, ...asBlanks.refused],
    sum,
    upper,
    ...(total === 0 ? { lod: undefined, loq: undefined } : limitsOfTube(rule, total)),
    rule,
    blanks: limits && {
      tubes: asBlanks.tubes.map((tube) => countedTube(tube, plan)).filter((tube) => tube !== undefined),
      limits,
      net: sum && netRate(sum, addUp(asBlanks.tubes), plan.confidence),
    },
    ...(replicates && { replicates }),
    state: state === undefined || doubts.length > 0 ? 'cannot-tell' : state,
    doubts,
    hasFlow: plan.material === 'blood' ? hasFlowOf(tubes, plan.confidence) : undefined,
  };
}

const summed = (tubes: readonly Tube[], { confidence }: ResidualPlan): (Tubes & CountedFraction) | undefined => {
  const sum = sumTubes(tubes.filter(({ total }) => total > 0));
  const fraction = fractionOf(sum, confidence);
  return fraction && { ...sum, ...fraction };
};

function countedTube({ file, dataset, sha256, n, total, light }: Tube, { events, confidence }: ResidualPlan): CountedTube | undefined {
  const fraction = fractionOf({ n, total }, confidence);
  return fraction && { file, dataset, sha256, n, total, ...fraction, ...limitsOfTube(events, total), state: stateOf(n, events), light };
}

/** Of numbers of events. */
const ROUNDING = 1e-9;

/** The larger of the event rule and of what blanks and replicates allow: a count that blanks reach is not detected. */
function ruleOf({ lodEvents, loqEvents }: EventRule, allowed: readonly number[]): EventRule {
  const lod = Math.max(lodEvents, ...allowed.map((events) => Math.ceil(events - ROUNDING)));
  return { lodEvents: lod, loqEvents: Math.max(loqEvents, lod) };
}

const order: readonly RareState[] = ['none-seen', 'below-lod', 'below-loq', 'quantified'];
const highest = (states: readonly RareState[]): RareState => order[Math.max(...states.map((state) => order.indexOf(state)))] as RareState;

/** Of one tube among others that disagree with it: by the rule for all events, in its share of them. */
const stateOfShare = ({ n, total }: Counted, { lodEvents, loqEvents }: EventRule, all: number): RareState => {
  const share = total / all;
  return stateOf(n, { lodEvents: lodEvents * share, loqEvents: loqEvents * share });
};

const addUp = (tubes: readonly Counted[]): Counted => ({
  n: tubes.reduce((sum, { n }) => sum + n, 0),
  total: tubes.reduce((sum, { total }) => sum + total, 0),
});

interface CheckedBlanks {
  readonly tubes: readonly Tube[];
  readonly refused: readonly RefusedTube[];
  /** Blanks were given, and some do not fit. */
  readonly isUnfit: boolean;
}

function checkBlanks(given: readonly Tube[], tubes: readonly Tube[], total: number): CheckedBlanks {
  const fit: Tube[] = [];
  const refused: { readonly file: string; readonly dataset: number; readonly problem: Problem }[] = [];
  const [sample] = tubes;
  for (const blank of given) {
    const twice = checkTubes([blank], [...tubes, ...fit]).refused[0]?.problem;
    const problem = twice ?? (sample && unfitBlank(blank, sample, total));
    if (problem === undefined) fit.push(blank);
    else refused.push({ file: blank.file, dataset: blank.dataset, problem });
  }
  return { tubes: fit, refused, isUnfit: refused.length > 0 };
}

interface Measured {
  readonly tubes: readonly Tube[];
  readonly asBlanks: CheckedBlanks;
  readonly total: number;
  readonly n: number;
  readonly upper: number | undefined;
  readonly state: RareState | undefined;
}

function doubtsOf(plan: ResidualPlan, { tubes, asBlanks, total, n, upper, state }: Measured): readonly Doubt[] {
  if (total === 0) return [{ code: 'nothing-counted' }];
  const isDetected = state === 'below-loq' || state === 'quantified';
  return [
    ...([...tubes, ...asBlanks.tubes].some(({ light }) => light === 'red') ? [{ code: 'gate-red' } as const] : []),
    ...(asBlanks.isUnfit ? [{ code: 'blank-unfit' } as const] : []),
    ...(plan.needsBlank && asBlanks.tubes.length === 0 && !asBlanks.isUnfit ? [{ code: 'blank-missing' } as const] : []),
    ...(total < plan.minimumEvents && !isDetected ? [{ code: 'too-few-events', events: plan.minimumEvents - total } as const] : []),
    ...(plan.limit !== undefined && !isDetected && upper !== undefined && upper > plan.limit
      ? [{ code: 'limit-not-reached', events: Math.max(1, Math.ceil(poissonUpper(n, plan.confidence) / plan.limit) - total) } as const]
      : []),
  ];
}

function hasFlowOf(tubes: readonly Tube[], confidence: number): HasFlow | undefined {
  const counts = tubes.flatMap((tube) => tube.hasFlow ?? []);
  if (counts.length === 0 || tubes.some(({ light }) => light === 'red')) return undefined;
  const of = (key: 'p' | 'd' | 'n') => counts.reduce((sum, tube) => sum + tube[key], 0);
  return hasFlow({ p: of('p'), d: of('d'), n: of('n') }, confidence);
}

/** What to acquire before a measurement: events of the denominator. */
export interface EventsNeeded {
  /** With none of them residual, the upper limit lies below the limit. */
  readonly toExclude: number;
  /** A population at the limit reaches LOD and LOQ with the confidence. */
  readonly toDetect: number;
  readonly toQuantify: number;
}

/** Events of the denominator for a limit (fraction) at a confidence. */
export const neededFor = (limit: number, confidence: number, { lodEvents, loqEvents }: EventRule): EventsNeeded => ({
  toExclude: Math.ceil(Math.log(1 - confidence) / Math.log1p(-limit)),
  toDetect: Math.ceil(eventsNeeded(lodEvents, confidence, limit)),
  toQuantify: Math.ceil(eventsNeeded(loqEvents, confidence, limit)),
});
