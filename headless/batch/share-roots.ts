import { stat } from 'node:fs/promises';
import path from 'node:path';
import { scanFolder } from '../archive/import/scan-folder.ts';

/** Where the files of an archive lie on this machine. */
export interface ShareRoots {
  /** What another machine calls a share, and what this one does: `\\nas\fcs` and `/mnt/fcs`. */
  readonly mapped: readonly { readonly from: string; readonly to: string }[];
  /** Folders that are looked through for files of the right size; their bytes decide. */
  readonly searched: readonly string[];
}

/** So many files of one size are looked into for a digest. */
const MOST = 20;

/** Gives the places that a file may lie at on this machine, the likeliest first. What is searched is looked through once. */
export function createPlaces({ mapped, searched }: ShareRoots) {
  let sizes: Promise<ReadonlyMap<number, readonly string[]>> | undefined;
  return async (paths: readonly string[], { name, size }: { readonly name: string; readonly size: number }): Promise<readonly string[]> => {
    const own = paths.flatMap((one) => [...mapped.flatMap((root) => mappedPath(one, root) ?? []), one]);
    if (searched.length === 0) return own;
    sizes ??= filesBySize(searched);
    const found = (await sizes).get(Number(size)) ?? [];
    const alike = found.filter((one) => path.basename(one) === name);
    return [...new Set([...own, ...alike, ...found.slice(0, MOST)])];
  };
}
export type PlacesOf = ReturnType<typeof createPlaces>;

/** A path below a share as this machine names it; undefined for one that lies elsewhere. Windows knows no difference of case. */
export function mappedPath(at: string, { from, to }: ShareRoots['mapped'][number]): string | undefined {
  const isWindows = /^[A-Za-z]:|^\\\\/.test(from);
  const plain = (text: string): string => (isWindows ? text.replaceAll('\\', '/').toLowerCase() : text);
  const root = plain(from).replace(/\/+$/, '');
  if (plain(at) !== root && !plain(at).startsWith(`${root}/`)) return undefined;
  const rest = at
    .slice(root.length)
    .split(isWindows ? /[\\/]/ : '/')
    .filter((part) => part !== '');
  const separator = /^[A-Za-z]:|^\\\\/.test(to) ? '\\' : '/';
  return [to.replace(/[\\/]+$/, ''), ...rest].join(separator);
}

async function filesBySize(folders: readonly string[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const sizes = new Map<number, string[]>();
  for (const folder of folders)
    for (const file of (await scanFolder(folder)).files) {
      const { size } = await stat(file);
      sizes.set(size, [...(sizes.get(size) ?? []), file]);
    }
  return sizes;
}
