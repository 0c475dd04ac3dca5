import { roleColours } from '../../../core/show/plot/colour.ts';
import type { PopulationResult } from '../../../core/statistics/population-result.ts';
import { parentPath } from '../../store/population-path.ts';

const isBelow = (path: string, ancestor: string): boolean => path !== ancestor && (ancestor === '' || path.startsWith(`${ancestor}/`));

/** The populations in sight: those below a folded one are not. */
export const unfolded = <P extends PopulationResult>(populations: readonly P[], folded: ReadonlySet<string>): readonly P[] =>
  folded.size === 0 ? populations : populations.filter(({ path }) => ![...folded].some((ancestor) => isBelow(path, ancestor)));

export const hasChildren = (populations: readonly PopulationResult[], path: string): boolean =>
  populations.some((other) => other.path !== '' && parentPath(other.path) === path);

/** Why a population cannot be called so; undefined where it can. Siblings may not share a name: paths would not tell them apart. */
export function nameProblem(
  populations: readonly PopulationResult[],
  path: string,
  name: string,
): 'nameEmpty' | 'nameSlash' | 'nameTaken' | undefined {
  const wanted = name.trim();
  if (wanted === '') return 'nameEmpty';
  if (wanted.includes('/')) return 'nameSlash';
  const taken = populations.some(
    (other) => other.path !== path && other.path !== '' && parentPath(other.path) === parentPath(path) && other.name === wanted,
  );
  return taken ? 'nameTaken' : undefined;
}

/** The colour of a population by its role, the same in plots, charts and reports; undefined where it has none. */
export function populationColour({ role }: Pick<PopulationResult, 'role'>): string | undefined {
  const colours: { readonly [role: string]: string } = roleColours;
  return role === undefined ? undefined : colours[role];
}

/** Events of the parent: what a percentage of a population is a percentage of. */
export const parentCount = (populations: readonly PopulationResult[], path: string): number | undefined =>
  populations.find((other) => other.path === parentPath(path))?.count;
