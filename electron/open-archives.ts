import { availableParallelism } from 'node:os';
import { type ChangeFault, checkLog } from '../headless/archive/check-log.ts';
import { type Archive, newArchive, openArchive } from '../headless/archive/open-archive.ts';

/* The archives that the utility process has open. One is opened, and the person's own made, when it is first asked for. */

/** `there`: it must be there; `own`: made where it is not there; `new`: made, and refused where something is. */
export type WayToOpen = 'there' | 'own' | 'new';

const opened = new Map<string, Promise<Archive>>();
const isOwn = new Set<string>();
const changes = new WeakMap<Archive, Promise<readonly ChangeFault[]>>();
let running: AbortController | undefined;

/** Any other than the person's own must be there already. */
export function openPlace(place: string): Promise<Archive> {
  const known = opened.get(place) ?? openArchive(place, { create: isOwn.has(place) });
  opened.set(place, known);
  // one that could not be opened is tried again the next time
  known.catch(() => opened.delete(place));
  return known;
}

/** What tells that an archive was changed outside this software, as it was found when it was opened. */
export async function changesIn(place: string): Promise<readonly ChangeFault[]> {
  const archive = await openPlace(place);
  const known = changes.get(archive) ?? checkLog(archive.db, { whole: false }).then(({ faults }) => faults);
  changes.set(archive, known);
  return known;
}

/** Whether an archive can be opened, and written. */
export async function tryPlace(place: string, way: WayToOpen): Promise<{ readonly readOnly: boolean }> {
  if (way === 'own') isOwn.add(place);
  if (way === 'new') await (await newArchive(place)).close();
  const { readOnly } = await openPlace(place);
  return { readOnly };
}

export const nowText = (): string => new Date().toISOString();
/** One processor is left to the window. */
export const workerCount = (): number => Math.max(1, Math.min(8, availableParallelism() - 1));

/** Long work: one at a time, and `stopWork` ends it. */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  try {
    return await work(controller.signal);
  } finally {
    if (running === controller) running = undefined;
  }
}

export const stopWork = (): void => running?.abort();
