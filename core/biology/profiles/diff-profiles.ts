import type { ProfileSet } from './profile-set.ts';

/** One thing that differs: where it is (`nk-feeder/composition/nk/typical`), and what it was and is; undefined where it was not there. */
export interface ProfileChange {
  readonly path: string;
  readonly before: string | number | boolean | undefined;
  readonly after: string | number | boolean | undefined;
}

/** What differs between two sets, method by method, whatever their order. */
export function diffProfiles(before: ProfileSet, after: ProfileSet): readonly ProfileChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}

function leavesOf({ methods, ...rest }: ProfileSet): ReadonlyMap<string, string | number | boolean> {
  const leaves = new Map<string, string | number | boolean>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}/${key}`);
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') leaves.set(path, value);
  };
  walk(rest, '');
  for (const profile of methods) walk(profile, profile.method);
  return leaves;
}
