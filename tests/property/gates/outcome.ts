import { bytesSource } from '../../../core/base/byte-source.ts';
import { Problem } from '../../../core/base/problem.ts';
import { type Bitmask, has } from '../../../core/data/events/bitmask.ts';
import type { Light } from '../../../core/gating/automatic/kind/step.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { gateSample } from '../../../core/study/sample/gate-sample.ts';
import { withSample } from '../../../core/study/sample/with-sample.ts';
import { createPool, createSha256 } from '../../../headless/host/host.ts';
import { type LawSample, writeLawSample } from './law-sample.ts';
import type { Change } from './laws.ts';

export const watchedRoles = ['nk', 'nkt-like', 't', 'double-negative'] as const;
type Role = (typeof watchedRoles)[number];

/** Where the gates came to stand: which events the populations hold, and their lights. Refused files have none. */
export interface Outcome {
  readonly populations: { readonly [R in Role]?: { readonly members: Bitmask; readonly light: Light } };
  /** No number is given. */
  readonly withheld: boolean;
}

const host = { pool: createPool(), createHash: createSha256 };

export async function gateLawSample(sample: LawSample, protocol: Protocol): Promise<Outcome> {
  try {
    return await withSample(bytesSource(sample.name, writeLawSample(sample)), protocol, host, {}, async (prepared) => {
      const { gated } = await gateSample(prepared, protocol, { absent: 'skip' });
      const found = watchedRoles.flatMap((role) => {
        const population = gated.populations.find((each) => each.role === role);
        // the memory of the members is the sample's
        return population === undefined
          ? []
          : [[role, { members: population.members.slice() as Bitmask, light: population.light ?? 'green' }] as const];
      });
      const lights = found.map(([, { light }]) => light);
      return { populations: Object.fromEntries(found), withheld: found.length < watchedRoles.length || lights.includes('red') };
    });
  } catch (error) {
    if (error instanceof Problem) return { populations: {}, withheld: true };
    throw error;
  }
}

/** `held`: memberships are as before. `told`: they are not, and the light is not green. `broken`: they are not, under green. `withheld`: there was no number. */
export type Verdict = 'held' | 'told' | 'broken' | 'withheld';

export interface Judged {
  readonly verdict: Verdict;
  /** Events that changed sides, per cent of those that the population held: the worst of the populations. */
  readonly moved: number;
  readonly role: Role | undefined;
}

/** How many events may change sides before a population counts as moved. */
function allowance(held: number, lymphocytes: number, fewer: boolean): number {
  const byCounting = 2 * Math.sqrt(held);
  // of the same events hardly any may move: of a small population those that two in a thousand lymphocytes are
  return Math.max(0.01 * held, fewer ? byCounting : Math.min(byCounting, 0.002 * lymphocytes));
}

export function judge(before: Outcome, change: Change, after: Outcome, events: number): Judged {
  if (before.withheld && after.withheld) return { verdict: 'withheld', moved: Number.NaN, role: undefined };
  if (after.withheld) return { verdict: 'told', moved: Number.NaN, role: undefined };
  const where = new Int32Array(events).fill(-1);
  for (const [event, was] of change.sample.from.entries()) if (was >= 0) where[was] = event;
  const compared = watchedRoles.map((role) => ({
    role,
    ...compare(before.populations[role]?.members, after.populations[role]?.members, where),
  }));
  const lymphocytes = compared.reduce((sum, { held }) => sum + held, 0);
  const judged = compared.map(({ role, held, moved }): Judged => {
    const allowed = allowance(held, lymphocytes, change.hasFewer);
    const isGreen = after.populations[role]?.light === 'green';
    return { verdict: moved <= allowed ? 'held' : isGreen ? 'broken' : 'told', moved: (100 * moved) / Math.max(1, held), role };
  });
  const worst = (['broken', 'told', 'held'] as const).find((verdict) => judged.some((each) => each.verdict === verdict))!;
  return judged.filter(({ verdict }) => verdict === worst).toSorted((a, b) => b.moved - a.moved)[0]!;
}

/** Of the events that are in both: how many the population held before, and how many changed sides. */
function compare(
  before: Bitmask | undefined,
  after: Bitmask | undefined,
  where: Int32Array,
): { readonly held: number; readonly moved: number } {
  let [held, moved] = [0, 0];
  for (const [was, now] of where.entries()) {
    if (now < 0) continue;
    const [a, b] = [before !== undefined && has(before, was), after !== undefined && has(after, now)];
    if (a) held++;
    if (a !== b) moved++;
  }
  return { held, moved };
}
