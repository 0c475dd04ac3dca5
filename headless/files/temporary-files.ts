import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/* Files that are written beside their place. Whoever is stopped in between leaves them: on signals they are taken away, after a death at the next start. */

const active = new Set<string>();

/** Notes that a temporary file is there until the work is over, whatever comes of it. */
export async function whileThere<T>(file: string, work: () => Promise<T>): Promise<T> {
  active.add(file);
  try {
    return await work();
  } finally {
    active.delete(file);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Takes temporary files away before a signal ends the program; who listens for the signal to end in good order is left to it. */
export function sweepOnSignals(): void {
  for (const signal of signals) {
    const sweep = (): void => {
      if (process.listenerCount(signal) > 1) return;
      for (const file of active) for (const rest of ['', '-wal', '-shm']) rmSync(file + rest, { force: true });
      process.removeListener(signal, sweep);
      process.kill(process.pid, signal);
    };
    process.on(signal, sweep);
  }
}

const temporary = /^\.(.+\.)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.part(-wal|-shm)?$/;
const AN_HOUR = 3_600_000;

/** Takes away what programs that died left in a folder an hour ago or longer; younger ones may be at work. Gives how many. */
export function sweepFolder(folder: string, now = Date.now()): number {
  let swept = 0;
  try {
    for (const name of readdirSync(folder)) {
      if (!temporary.test(name)) continue;
      const file = path.join(folder, name);
      if (active.has(file) || now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) < AN_HOUR) continue;
      rmSync(file, { force: true });
      swept += 1;
    }
  } catch {
    // a folder that cannot be read or written keeps what it has
  }
  return swept;
}
