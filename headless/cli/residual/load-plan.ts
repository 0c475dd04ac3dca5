import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../core/base/chain/canonical-json.ts';
import { Problem } from '../../../core/base/problem.ts';
import { decodeTable } from '../../../core/base/tables/decode-table.ts';
import { parseResidualPlan, type ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { readDocument } from '../../files/read-document.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { named } from '../shared/named-problem.ts';

export interface LoadedPlan {
  readonly plan: ResidualPlan;
  readonly sha256: string;
}

/** A residual cell plan from its file. */
export async function loadPlan(file: string): Promise<LoadedPlan> {
  const bytes = await readDocument(file);
  return {
    plan: named(file, () => parseResidualPlan(decodeTable(bytes))),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/**
 * The plan that a protocol holds. Throws `residual-no-plan` where it holds none.
 */
export function planOfProtocol({ protocol: { residual } }: LoadedProtocol): LoadedPlan {
  if (residual === undefined) return noPlanHere();
  return { plan: residual, sha256: createHash('sha256').update(canonicalJson(residual)).digest('hex') };
}

/** Throws `residual-no-plan`. */
export function noPlanHere(): never {
  throw new Problem('residual-no-plan', noPlan);
}

const noPlan = {
  en: 'Name a residual cell plan (--plan), or a protocol that holds one, such as atl-blood or atl-product.',
  ja: '残存細胞の計画書(--plan)、または計画書を含むプロトコル(atl-blood、atl-productなど)を指定してください。',
};

/** The protocol that a plan is gated by where no other is named. */
export const protocolOfPlan = ({ protocol, material }: ResidualPlan): string => protocol ?? `atl-${material}`;
