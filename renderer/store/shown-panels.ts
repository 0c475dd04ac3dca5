import { profilesOf } from '../../core/biology/classification/classifier.ts';
import { type MethodPanel, methodPanels } from '../../core/biology/lots/method-panels.ts';
import { type ClassifiedSample, classifiedSamples, shownClassified } from './classified.ts';
import { remembered } from './remembered.ts';
import type { ResultsState, SampleKey, SessionState, State } from './state.ts';

interface Made {
  readonly history: SessionState['history'];
  readonly selected: SampleKey | undefined;
  readonly panels: readonly MethodPanel[];
}
const made = new WeakMap<ResultsState['samples'], Made>();
const none: readonly MethodPanel[] = [];

/** Which samples of the session stand for the methods beside the selected one. */
export function shownPanels(state: State): readonly MethodPanel[] {
  const { results, session, view } = state;
  const known = made.get(results.samples);
  if (known !== undefined && (known.history !== session.history || known.selected !== view.selected)) made.delete(results.samples);
  return remembered(made, results.samples, () => ({ history: session.history, selected: view.selected, panels: panelsOf(state) })).panels;
}

function panelsOf(state: State): readonly MethodPanel[] {
  const shown = shownClassified(state);
  return shown === undefined ? none : panelsBeside(state, shown);
}

/** The same for any sample. */
export function panelsBeside(state: State, { key, name, analysis }: ClassifiedSample): readonly MethodPanel[] {
  const lots = classifiedSamples(state).map((sample) => ({ id: sample.key, name: sample.name, analysis: sample.analysis }));
  const { methods } = profilesOf(state.session.history.present.protocol.classifier);
  return methodPanels({ id: key, name, analysis }, lots, methods);
}
