import { headOf, isSealed } from '../../../core/base/chain/chain.ts';
import type { Finding } from '../../../core/base/finding.ts';
import { analysesToJson, type BridgeFile, type ReportedAnalysis } from '../../../core/contract/bridge.ts';
import type { ReportParts } from '../../../core/contract/report-parts.ts';
import { lotOf } from '../../../core/show/report/methods-figure.ts';
import type { PlotData } from '../../../core/statistics/histograms/plot-data.ts';
import { reportNotes } from '../../../core/study/session/audit-check.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { classifiedOf, classifiedSamples } from '../../store/classified.ts';
import { gatedByFor, isCurrent, makersOf } from '../../store/document.ts';
import { sessionResults, settledResults } from '../../store/selectors.ts';
import { panelsBeside } from '../../store/shown-panels.ts';
import type { SampleKey, SampleResult, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/** The samples of the session whose results are there and not stale: no number leaves the window before that. */
export const currentSamples = (state: State): readonly SampleResult[] =>
  sessionResults(state).filter((result) => isCurrent(result.analysis, makersOf(state, result)));

/** Whether there is something to export and nothing is being calculated. */
export const canExport = (state: State): boolean => state.view.work === undefined && (settledResults(state)?.length ?? 0) > 0;

/** Which samples a report is of, and what it holds of each. */
export interface ReportChoice {
  readonly keys: readonly SampleKey[];
  readonly parts: ReportParts;
}

/**
 * A PDF of some samples. Analyses are made again with their plots, one after another, `onProgress` says how many are done; `signal` gives it up.
 * Undefined where it was given up, failed, or nobody said where it goes.
 */
export async function exportReport(
  app: AppContext,
  { keys, parts }: ReportChoice,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
): Promise<BridgeFile | undefined> {
  const { store, engine, bridge } = app;
  const current = new Set(currentSamples(store.getState()).map(({ key }) => key));
  const wanted = keys.filter((key) => current.has(key));
  if (wanted.length === 0) return undefined;
  const written = await attempt(app, async () => {
    const analyses: string[] = [];
    for (const key of wanted) {
      onProgress(analyses.length);
      analyses.push(await withMethods(app, await engine.report(key, gatedByFor(store.getState(), key), signal), key, wanted, signal));
      signal.throwIfAborted();
    }
    onProgress(wanted.length);
    const { session, view } = store.getState();
    const name = `${(session.file?.name ?? 'lymphoscope').replace(/\.lymphoscope$/, '')}.pdf`;
    return ask(bridge.exportReport(`[${analyses.join(',')}]`, view.language, name, parts));
  });
  if (!written) return undefined;
  const t = translator(messages, store.getState().view.language);
  setView(store, { message: t('written', { file: written.name }), reported: true });
  return written;
}

/** Whether the session is what its audit tells, and where its audit stands. */
const sessionNotes = ({ session: { history, trust } }: State): readonly Finding[] =>
  reportNotes({ seal: isSealed(history.audit) ? 'sealed' : 'unsealed', head: headOf(history.audit), findings: trust?.findings ?? [] });

/**
 * The report's analysis is made anew without the day's reference: features and call are those that the window shows. Beside it stand the
 * methods, with pictures of those samples that are not `reported` themselves.
 */
async function withMethods(
  { store, engine }: AppContext,
  analysis: string,
  key: SampleKey,
  reported: readonly SampleKey[],
  signal: AbortSignal,
): Promise<string> {
  const state = store.getState();
  const result = state.results.samples.get(key);
  const shown = result && classifiedOf(state, result);
  const analysed = JSON.parse(analysis) as ReportedAnalysis;
  const made = { ...analysed, findings: [...analysed.findings, ...sessionNotes(state)] };
  if (shown === undefined) return analysesToJson([made]).slice(1, -1);
  const { features, classification } = shown.analysis;
  const idOf = new Map(classifiedSamples(state).map((sample) => [sample.key, lotOf(sample.analysis).id]));
  const panels = panelsBeside(state, shown);
  const lotPictures: { readonly id: string; readonly picture: PlotData }[] = [];
  for (const { lot } of panels) {
    if (lot === undefined || reported.includes(lot.id)) continue;
    const picture = await engine.figure(lot.id, signal);
    if (picture !== undefined) lotPictures.push({ id: idOf.get(lot.id) ?? '', picture });
  }
  const methodPanels = panels.map(({ lot, ...panel }) => ({
    ...panel,
    ...(lot === undefined ? {} : { lot: { ...lot, id: idOf.get(lot.id) ?? '' } }),
  }));
  return analysesToJson([{ ...made, features, classification, methodPanels, lotPictures }]).slice(1, -1);
}
