import type { CallName } from '../../core/contract/bridge.ts';
import { type Plot, showsSame } from '../../core/study/arrangement/plot.ts';
import { maximisedPlot } from './arrangement.ts';
import { makersOf } from './document.ts';
import { isGating, isOldPicture, isStale, selectedResult, sessionResults, shownPicture, tilesOf } from './selectors.ts';
import type { State } from './state.ts';

/** What the program is doing: the words of the status line are named so. */
type RunningWord =
  | 'reading'
  | 'counting'
  | 'exporting'
  | 'saving'
  | 'gating'
  | 'importing'
  | 'gatingAgain'
  | 'writingReports'
  | 'writingTable'
  | 'drawingThumbnails'
  | 'openingSession'
  | 'writingFile'
  | 'archiveBusy'
  | 'atWork'
  | 'judgingQuality'
  | 'drawingPlots';

export interface Running {
  readonly word: RunningWord;
  /** How far it is, where that is known. */
  readonly done?: number;
  readonly total?: number;
  /** Whether a person can stop it. */
  readonly canStop: boolean;
}

/** The one thing that is said of all that runs: what a person started, else what follows from it. Undefined: nothing does. */
export function runningOf(state: State): Running | undefined {
  return ofArchive(state) ?? ofWork(state) ?? ofCalls(state) ?? ofSamples(state) ?? ofSight(state);
}

const archiveWords = {
  import: 'importing',
  batch: 'gatingAgain',
  report: 'writingReports',
  table: 'writingTable',
  thumbnails: 'drawingThumbnails',
} as const;

function ofArchive({ archive: { progress, busy }, view }: State): Running | undefined {
  if (progress !== undefined) return { word: archiveWords[progress.work], done: progress.done, total: progress.total, canStop: true };
  return busy && view.calls.length > 0 ? { word: 'archiveBusy', canStop: false } : undefined;
}

function ofWork({ view: { work }, results }: State): Running | undefined {
  if (work === undefined) return undefined;
  const done = work.keys?.reduce((sum, key) => sum + (results.samples.get(key)?.fraction ?? 0), 0) ?? work.done;
  return { word: work.word, done, total: work.total, canStop: true };
}

/** A call without a word of its own is said to be work. */
const callWords: { readonly [C in CallName]?: RunningWord } = {
  saveSession: 'saving',
  saveSessionAs: 'saving',
  packSession: 'saving',
  openSession: 'openingSession',
  openPacked: 'openingSession',
  readAutosave: 'openingSession',
  exportReport: 'exporting',
  exportPages: 'exporting',
  exportDocument: 'exporting',
  saveText: 'writingFile',
  saveTable: 'writingFile',
  savePicture: 'writingFile',
  exportEvents: 'writingFile',
  poolSamples: 'writingFile',
};

function ofCalls({ view: { calls } }: State): Running | undefined {
  const newest = calls.at(-1);
  return newest && { word: callWords[newest] ?? 'atWork', canStop: false };
}

function ofSamples(state: State): Running | undefined {
  const all = sessionResults(state);
  const reading = all.filter(({ phase }) => phase === 'reading').length;
  if (reading > 0) return { word: 'reading', done: all.length - reading, total: all.length, canStop: true };
  const samples = all.filter(({ phase }) => phase === 'loaded');
  const open = samples.filter((result) => isGating(state, result)).length;
  return open === 0 ? undefined : { word: 'gating', done: samples.length - open, total: samples.length, canStop: true };
}

/** What a page in sight waits for. */
function ofSight(state: State): Running | undefined {
  const result = selectedResult(state);
  if (result?.phase !== 'loaded' || result.analysis === undefined || isStale(state, result)) return undefined;
  const { centre } = state.view;
  const { quality } = result;
  const isJudged = quality?.problem !== undefined || quality?.protocol === makersOf(state, result)?.protocol;
  if (centre === 'quality' && !isJudged) return { word: 'judgingQuality', canStop: false };
  const maximised = maximisedPlot(state);
  const plots = maximised === undefined ? tilesOf(state) : [maximised];
  const open = centre === 'plots' ? plots.filter((plot) => !isDrawn(state, plot)).length : 0;
  return open === 0 ? undefined : { word: 'drawingPlots', done: plots.length - open, total: plots.length, canStop: false };
}

/** With all its events, as the session stands. */
function isDrawn(state: State, plot: Plot): boolean {
  const picture = shownPicture(state, plot.id);
  return picture !== undefined && picture.first === undefined && !isOldPicture(state, picture) && showsSame(picture.tile, plot);
}
