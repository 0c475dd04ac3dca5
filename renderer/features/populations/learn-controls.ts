import type { AxisControl } from '../../../core/gating/automatic/kind/same-run.ts';
import { changedProtocol } from '../../../core/study/protocol/protocol.ts';
import { runOf } from '../../../core/study/run-priors/run-of.ts';
import { mergeRunPriors, type RunPriors, withoutRunPriors, withRunPriors } from '../../../core/study/run-priors/run-priors.ts';
import type { SessionDocument } from '../../../core/study/session/document/session-document.ts';
import { type AppContext, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { keyOfSample } from '../../store/document.ts';
import { sessionResults } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/**
 * What the session's FMO and unstained controls say becomes part of its automatic gates, where all its samples are of one run. What was learnt before
 * is forgotten, so that the command says the same however often it is given; without controls it only forgets.
 */
export async function learnFromControls(app: AppContext): Promise<void> {
  const { store, engine } = app;
  const { protocol, samples } = store.getState().session.history.present;
  const controls = controlsOf(samples);
  const runs = runsIn(store.getState());
  if (controls.length > 0 && runs.size > 1) {
    const t = translator(messages, store.getState().view.language);
    setView(store, { message: t('severalRuns', { count: runs.size }) });
    return;
  }
  const controller = new AbortController();
  const show = (done: number) =>
    setView(store, { work: { word: 'reading', done, total: controls.length, cancel: () => controller.abort() } });
  await attempt(app, async () => {
    const learnt: RunPriors[] = [];
    for (const { key, kind, file, omits } of controls) {
      show(learnt.length);
      learnt.push(await engine.learnControl(key, { kind, file, omits }, controller.signal));
    }
    const strategy = withRunPriors(withoutRunPriors(protocol.strategy), mergeRunPriors(learnt));
    const t = translator(messages, store.getState().view.language);
    if (
      edit(app, {
        type: 'protocol/replace',
        protocol: changedProtocol(protocol, { strategy: [...strategy], revision: protocol.revision + 1 }),
      })
    )
      setView(store, { message: controls.length === 0 ? t('noRunControls') : t('controlsUsed', { count: controls.length }) });
  });
  setView(store, { work: undefined });
}

/** A control of one run says nothing of another: the session's protocol holds for all samples. */
const runsIn = (state: State): ReadonlySet<string> =>
  new Set(sessionResults(state).flatMap(({ analysis }) => (analysis === undefined ? [] : [runOf(analysis.value.sample)])));

/** FMO controls first: they overrule unstained ones. */
function controlsOf(samples: SessionDocument['samples']) {
  const kinds: readonly AxisControl['kind'][] = ['fmo', 'unstained'];
  return kinds.flatMap((kind) =>
    samples
      .filter(({ metadata }) => metadata.role === kind)
      .map((sample) => ({ key: keyOfSample(sample), kind, file: sample.file.name, omits: sample.metadata.omits })),
  );
}
