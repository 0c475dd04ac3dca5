import type { Profile } from '../profiles/profile.ts';
import type { Decision } from '../profiles/profile-set.ts';
import type { DeclaredVerdict, Reason } from './classification.ts';
import type { Judged } from './judge-method.ts';
import type { Declaration } from './posterior.ts';

/** A sample that fits the declared method, but other groups far better, is not called consistent with it. */
const LIKELY = 0.2;

/**
 * Whether the sample is consistent with the method that was declared. `consistent` says that nothing measured speaks against it, and
 * that its profile takes the sample in; it never says that the method was used.
 */
export function judgeDeclared(
  judged: readonly Judged[],
  eligible: boolean,
  declared: Declaration,
  decision: Decision,
  posterior: ReadonlyMap<string, number>,
): DeclaredVerdict | undefined {
  const { method, day } = declared;
  if (method === undefined) return undefined;
  const known = findMethod(
    judged.map(({ profile }) => profile),
    method,
  );
  const found = judged.find(({ profile }) => profile === known);
  if (found === undefined)
    return { method, known: false, verdict: 'cannot-tell', reasons: [{ code: 'declared-unknown', values: { method }, passed: false }] };
  const { profile, distance, status } = found;
  const { from, to } = profile.days;
  const reasons: Reason[] = [
    ...(status === 'inactive' ? [{ code: 'declared-inactive', values: { method: found.method }, passed: false }] : []),
    ...(day === undefined ? [] : [{ code: 'declared-day', values: { day, from, to }, passed: day >= from && day <= to }]),
    ...found.rules,
    ...(distance === undefined
      ? []
      : [{ code: 'declared-distance', values: { p: rounded(distance.p) }, passed: status === 'in' || distance.p >= 0.05 }]),
  ];
  const offDay = reasons.some(({ code, passed }) => code === 'declared-day' && !passed);
  const against = found.rules.some(({ values }) => values?.['outcome'] === 'fails' && values['excludes'] !== 0);
  const far = distance !== undefined && distance.pNearest < decision.reject;
  const mine = judged.filter(({ group }) => group === found.group).reduce((sum, { method: id }) => sum + (posterior.get(id) ?? 0), 0);
  const unlikely = distance !== undefined && status !== 'inactive' && mine < LIKELY;
  const open = !eligible || status === 'inactive';
  const verdict = open
    ? 'cannot-tell'
    : against || far
      ? 'not-consistent'
      : status === 'in' && !offDay && !unlikely
        ? 'consistent'
        : 'cannot-tell';
  const likelier = unlikely ? [{ code: 'declared-unlikely', values: { percent: rounded(100 * mine) }, passed: false }] : [];
  return { method: found.method, known: true, verdict, reasons: [...reasons, ...likelier] };
}

/** By its id, one of its names or aliases, whatever the case, spaces and brackets. */
export function findMethod(methods: readonly Profile[], declared: string): Profile | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_+\-−()]+/g, '');
  const wanted = plain(declared);
  return methods.find(({ method, name, aliases }) => [method, name.en, name.ja, ...aliases].some((known) => plain(known) === wanted));
}

const rounded = (p: number): number => Number(p.toPrecision(2));
