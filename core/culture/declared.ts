import type { DeclaredVerdict, Reason } from './classification.ts';
import type { Judged } from './judge-method.ts';
import type { Declaration } from './posterior.ts';

/**
 * Whether the sample is consistent with the method that was declared. `consistent` says that nothing measured speaks against it, and
 * that its profile takes the sample in; it never says that the method was used.
 */
export function judgeDeclared(judged: readonly Judged[], eligible: boolean, declared: Declaration): DeclaredVerdict | undefined {
  const { method, day } = declared;
  if (method === undefined) return undefined;
  const found = findMethod(judged, method);
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
  const verdict =
    !eligible || status === 'inactive'
      ? 'cannot-tell'
      : status === 'out'
        ? 'not-consistent'
        : status === 'in' && !offDay
          ? 'consistent'
          : 'cannot-tell';
  return { method: found.method, known: true, verdict, reasons };
}

/** By its id or by one of its names, whatever the case. */
export function findMethod<M extends { readonly method: string; readonly name: { readonly en: string; readonly ja: string } }>(
  methods: readonly M[],
  declared: string,
): M | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_+\-−()]+/g, '');
  const wanted = plain(declared);
  return methods.find(({ method, name }) => [method, name.en, name.ja].some((known) => plain(known) === wanted));
}

const rounded = (p: number): number => Number(p.toPrecision(2));
