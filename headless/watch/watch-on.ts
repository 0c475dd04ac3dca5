import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Problem } from '../../core/base/problem.ts';
import { isNamedBy, type WatchRule } from '../../core/study/watch/watch-rule.ts';
import { CLAIM_MS } from '../archive/claims.ts';
import { createFolderLooks, type StillFile } from '../archive/import/folder-looks.ts';
import { type Archive, openArchive } from '../archive/open-archive.ts';
import { watchRules } from '../archive/watch-rules.ts';
import {
  claimFiles,
  type FileVerdict,
  lastVerdicts,
  releaseFileClaims,
  renewFileClaims,
  storeVerdict,
  type WatchedFile,
} from '../archive/watch-verdicts.ts';
import { workerName } from '../host/worker-name.ts';
import { isWhole } from './is-whole.ts';
import { judgeFiles } from './judge-file.ts';
import { type RuleState, statusOf, type WatchStatus } from './status.ts';
import { dropLine, lineOf, writeLines } from './write-lines.ts';

export interface WatchOnOptions {
  readonly jobs: number;
  readonly by: string;
  readonly now: () => string;
  readonly signal: AbortSignal;
  /** Between two looks at the folders. */
  readonly seconds: number;
  /** Milliseconds: a file that is not whole is waited for; one that stands still for so long gets its verdict as it is. */
  readonly patience?: number;
  /** Ends after everything that is whole has its verdict, instead of going on. */
  readonly once: boolean;
  readonly onVerdict?: (verdict: FileVerdict) => void;
  readonly onStatus?: (status: WatchStatus) => Promise<void> | void;
  readonly onNote?: (problem: Problem) => void;
}

const PATIENCE_MS = 30_000;
/** So many files are taken together: the first verdict does not wait for a whole plate. */
const BLOCK = 8;
const SHOWN = 100;

/**
 * Does what the rules of an archive say with what appears in their folders, together with whoever else does: a file is one program's. Rules are read
 * again at each look. A folder or an archive that goes away is waited for.
 */
export async function watchOn(place: string, options: WatchOnOptions): Promise<void> {
  const { signal, seconds, onNote } = options;
  const worker = workerName();
  const watched = createWatched(options, worker);
  while (!signal.aborted) {
    try {
      const archive = await openArchive(place);
      watched.forget();
      const claimant = { worker, now: Date.now };
      const heartbeat = setInterval(() => void renewFileClaims(archive.db, claimant).catch(() => undefined), CLAIM_MS / 4);
      heartbeat.unref();
      try {
        for (let quiet = 0; !signal.aborted; ) {
          quiet = (await watched.look(archive)) ? 0 : quiet + 1;
          // what stands still at the first look is known to do so at the second
          if (options.once && quiet >= 2 && !watched.isWaiting()) return;
          await setTimeout(seconds * 1000, undefined, { signal }).catch(() => undefined);
        }
      } finally {
        clearInterval(heartbeat);
        await releaseFileClaims(archive.db, worker).catch(() => undefined);
        await archive.close().catch(() => undefined);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem) || (error.code !== 'archive-unreachable' && error.code !== 'archive-locked')) throw error;
      onNote?.(error);
    }
    await setTimeout(1000, undefined, { signal }).catch(() => undefined);
  }
}

interface Watched {
  readonly look: ReturnType<typeof createFolderLooks>;
  state: RuleState;
  hasLines: boolean;
  /** Files that are known to have their verdict as they stand: a folder of years is not asked for at every look. */
  judged: Set<string>;
}

function createWatched(options: WatchOnOptions, worker: string) {
  const { now, signal, patience = PATIENCE_MS, onVerdict, onStatus, onNote } = options;
  const known = new Map<string, Watched>();
  const failedOnce = new Set<string>();

  /** Gives whether anything got a verdict. */
  async function look(archive: Archive): Promise<boolean> {
    const rules = await watchRules(archive.db);
    let did = false;
    for (const rule of rules) {
      if (signal.aborted) return did;
      did = (await lookBy(archive, rule)) || did;
    }
    for (const key of known.keys()) if (rules.every((rule) => keyOf(rule) !== key)) known.delete(key);
    const verdicts = await lastVerdicts(archive.db, SHOWN);
    const states: RuleState[] = [];
    for (const rule of rules) {
      const state = known.get(keyOf(rule))?.state;
      // a rule of few files must not be pushed out by one of many
      const [last] = await lastVerdicts(archive.db, 1, rule.name);
      if (state !== undefined) states.push({ ...state, ...(last && { last: { path: last.path, verdict: last.verdict, at: last.at } }) });
    }
    await onStatus?.(statusOf(now(), states, verdicts));
    return did;
  }

  async function lookBy(archive: Archive, rule: WatchRule): Promise<boolean> {
    const own = known.get(keyOf(rule)) ?? {
      look: createFolderLooks(rule.folder),
      state: { rule: rule.name, folder: rule.folder, waiting: 0 },
      hasLines: rule.table !== undefined,
      judged: new Set<string>(),
    };
    known.set(keyOf(rule), own);
    try {
      const { still, files } = await own.look(signal);
      const since = Date.parse(rule.since);
      const mine = still.filter((file) => file.arrived >= since && isNamedBy(rule, path.basename(file.path)));
      const { ready, unready } = await readyFiles(archive, rule, mine, own);
      own.state = { rule: rule.name, folder: rule.folder, waiting: files - still.length + unready };
      for (let at = 0; at < ready.length && !signal.aborted; at += BLOCK) {
        await judge(archive, rule, ready.slice(at, at + BLOCK));
        own.hasLines = rule.table !== undefined;
        await writeTable(archive, rule, own);
      }
      if (own.hasLines) await writeTable(archive, rule, own);
      return ready.length > 0;
    } catch (error) {
      if (signal.aborted || !(error instanceof Problem) || error.code.startsWith('archive-')) throw error;
      if (own.state.away === undefined) onNote?.(error);
      own.state = { ...own.state, away: { en: error.in('en'), ja: error.in('ja') } };
      return false;
    }
  }

  /** Files that are this program's to judge, and how many are not whole yet. */
  async function readyFiles({ db }: Archive, rule: WatchRule, files: readonly StillFile[], own: Watched) {
    const asWatched = ({ path: at, size, modified }: StillFile): WatchedFile => ({ rule: rule.name, path: at, size, modified });
    own.judged = new Set(files.map(lookOf).filter((one) => own.judged.has(one)));
    const open = files.filter((file) => !own.judged.has(lookOf(file)));
    if (open.length === 0) return { ready: [], unready: 0 };
    const { claimed, judged } = await claimFiles(db, { worker, now: Date.now }, open.map(asWatched));
    for (const file of judged) own.judged.add(lookOf(file));
    const mine = new Set(claimed.map(({ path: at }) => at));
    const ready: StillFile[] = [];
    let unready = 0;
    for (const file of open) {
      if (!mine.has(file.path)) continue;
      if (file.stillFor >= patience || (await isWhole(file.path))) ready.push(file);
      else unready += 1;
    }
    return { ready, unready };
  }

  async function judge(archive: Archive, rule: WatchRule, files: readonly StillFile[]): Promise<void> {
    const start = Date.now();
    const byPath = new Map(files.map((file) => [file.path, file]));
    for (const facts of await judgeFiles([...byPath.keys()], { archive, rule, ...options })) {
      const { size, modified, stillFor } = byPath.get(facts.path)!;
      const file = { rule: rule.name, path: facts.path, size, modified };
      // a share that went away in the midst and came back at once looks like a file that cannot be read: it is tried once more
      const look = JSON.stringify(file);
      if (facts.hasFailed && (!failedOnce.has(look) || !(await standsAs(file)))) {
        failedOnce.add(look);
        continue;
      }
      failedOnce.delete(look);
      await dropLine(rule, facts);
      const body = {
        ...facts.verdict,
        runs: facts.runs,
        lot: facts.analysis?.sample.metadata.lot,
        method: facts.analysis?.classification.method,
        certificate: facts.certificate,
        seconds: (Date.now() - start + stillFor) / 1000,
        line: lineOf(rule, facts),
      };
      const seq = await storeVerdict(archive.db, file, body, now());
      onVerdict?.({ ...file, ...body, seq, at: now() });
    }
  }

  /** A table that another program holds open is written at the next look. */
  async function writeTable({ db }: Archive, rule: WatchRule, own: Watched): Promise<void> {
    try {
      await writeLines(db, rule);
      own.hasLines = false;
      const { unwritten: _, ...state } = own.state;
      own.state = state;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (own.state.unwritten === undefined) onNote?.(error);
      own.state = { ...own.state, unwritten: { en: error.in('en'), ja: error.in('ja') } };
    }
  }

  /** An archive that was opened anew may be another one: a backup that was restored. */
  function forget(): void {
    for (const own of known.values()) own.judged.clear();
  }

  const isWaiting = (): boolean => [...known.values()].some(({ state }) => state.waiting > 0 && state.away === undefined);
  return { look, forget, isWaiting };
}

const standsAs = ({ path: at, size, modified }: WatchedFile): Promise<boolean> =>
  stat(at).then(
    (info) => info.size === size && info.mtimeMs === modified,
    () => false,
  );

const lookOf = ({ path: at, size, modified }: Pick<StillFile, 'path' | 'size' | 'modified'>): string =>
  JSON.stringify([at, Number(size), modified]);

const keyOf = ({ name, folder }: WatchRule): string => JSON.stringify([name, folder]);
