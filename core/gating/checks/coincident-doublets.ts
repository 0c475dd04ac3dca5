import { isStep, kindOfStep } from '../automatic/steps.ts';
import { byRole, type GatingCheck, note, rounded } from './gating-check.ts';

/** Share of doublets that a gate of area against height leaves in, and share in a file without such a gate. */
const LEFT_IN = 0.15;
const UNGATED = 0.04;

/** GatingCheckName: a T cell and an NK cell in a row look CD3+CD56+. Expected by chance: 2 p(T) p(NK) d. */
export const coincidentDoublets: GatingCheck = (input) => {
  const [nk, nkt, t] = [byRole(input, 'nk'), byRole(input, 'nkt-like'), byRole(input, 't')];
  if (!nk?.parent || !nkt || !t || nk.parent.count === 0) return [];
  const singlets = input.populations.find(({ placed }) => placed?.automatic !== undefined && removesDoublets(placed.automatic.step));
  const removed = singlets?.parent === undefined || singlets.parent.count === 0 ? undefined : 1 - singlets.count / singlets.parent.count;
  const doublets = removed === undefined ? UNGATED : removed * LEFT_IN;
  const total = nk.parent.count;
  const expected = 2 * (t.count / total) * (nk.count / total) * doublets;
  const observed = nkt.count / total;
  const values = { observed: rounded(100 * observed), expected: rounded(100 * expected) };
  const findings = singlets === undefined ? [note('no-singlet-gate', { percent: rounded(100 * expected) })] : [];
  return observed <= expected && nkt.count > 0 ? [...findings, note('nkt-by-doublets', values)] : findings;
};

/** A result of before may name a step that there is no more. */
function removesDoublets(step: string): boolean {
  const named = { kind: step };
  return isStep(named) && kindOfStep(named).removesDoublets === true;
}
