import { contentDigest } from '../../base/chain/chain.ts';
import { Problem } from '../../base/problem.ts';
import { otherCulture } from './check-tubes.ts';
import type { ResidualDay } from './follow-residual.ts';
import { type KeptResidual, keptResult } from './kept-residual.ts';
import type { ResidualPlan } from './residual-plan.ts';

/** The days of a culture by results that were kept. */
export interface KeptDays {
  readonly plan: ResidualPlan;
  readonly planSha256: string;
  readonly protocol: KeptResidual['protocol'];
  readonly days: readonly ResidualDay[];
  /** Results that are of no day, or of another culture. */
  readonly left: readonly { readonly file: string; readonly problem: Problem }[];
}

/** Of kept results of a lot, the earliest first: by a plan, or by that of the newest; the newest of a day stands. Undefined where none is. */
export function keptDays(all: readonly KeptResidual[], plan?: ResidualPlan): KeptDays | undefined {
  const chosen = plan ?? all.at(-1)?.plan;
  if (chosen === undefined) return undefined;
  const digest = contentDigest(chosen);
  const ofPlan = all.filter((kept) => contentDigest(kept.plan) === digest);
  const last = ofPlan.at(-1);
  if (last === undefined) return undefined;
  const byDay = new Map<number, KeptResidual>();
  const left: KeptDays['left'][number][] = [];
  for (const kept of ofPlan.toReversed()) {
    const [file, first] = [nameOf(kept), [...byDay.values()][0]];
    const { day } = kept;
    const problem =
      day === undefined ? new Problem('residual-no-day', noDay, { file }) : first && otherCulture(described(kept), described(first));
    if (problem !== undefined) left.push({ file, problem });
    else if (day !== undefined && !byDay.has(day)) byDay.set(day, kept);
  }
  return {
    plan: last.plan,
    planSha256: last.planSha256,
    protocol: last.protocol,
    days: [...byDay].map(([day, kept]) => ({ day, result: keptResult(kept), count: kept.cells })),
    left,
  };
}

const nameOf = ({ result }: KeptResidual): string => result.tubes[0]?.file ?? '–';

const described = (kept: KeptResidual) => {
  const { lot, donor, culture } = kept;
  return { file: nameOf(kept), metadata: { role: 'sample' as const, lot, donor, culture } };
};

export const noDay = {
  en: '{file} has no culture day: name it in the file or in the table of metadata.',
  ja: '{file}の培養日数が不明です。ファイルのキーワードまたはメタデータの表で指定してください。',
};
