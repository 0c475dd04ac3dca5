import { limitsByReplicates } from '../../biology/rare/blanks.ts';
import type { Counted } from '../../biology/rare/counted.ts';
import type { ResidualPlan } from './residual-plan.ts';

/** Limits of blank and of detection by the replicates of a plan, as fractions (CLSI EP17, parametric). */
export const replicateLimits = ({
  replicates,
}: Pick<ResidualPlan, 'replicates'>): { readonly lob: number; readonly lod: number } | undefined =>
  replicates && limitsByReplicates(replicates.blank.map(shareOf), replicates.low.map(shareOf));

const shareOf = ({ n, total }: Counted): number => n / total;
