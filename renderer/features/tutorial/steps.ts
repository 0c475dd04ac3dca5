import type { CommandId } from '../../../core/contract/commands.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';

export const stepNames = ['open', 'gated', 'details', 'moved', 'undone', 'called', 'quality', 'reviewed', 'saved', 'reported'] as const;
export type StepName = (typeof stepNames)[number];

interface Step {
  /** Whether the window is where the step leads to. */
  readonly isDone: (state: State) => boolean;
  /** What a button beside the step does. */
  readonly command?: CommandId;
}

const hasDone = ({ session }: State, ...types: readonly string[]): boolean =>
  session.history.audit.some(({ action }) => types.includes(action.type));

/** From simulated files to a lot that is gated, called, reviewed and reported. Each step sees by itself when it is done. */
export const steps: { readonly [S in StepName]: Step } = {
  open: { isDone: ({ session }) => session.history.present.samples.length > 0, command: 'file.open-simulated' },
  gated: { isDone: (state) => state.view.population !== '' && shownAnalysis(state) !== undefined },
  details: { isDone: (state) => hasDone(state, 'sample/metadata', 'samples/metadata'), command: 'sample.details' },
  moved: { isDone: (state) => hasDone(state, 'gate/change', 'gates/change') },
  undone: { isDone: (state) => hasDone(state, 'undo'), command: 'edit.undo' },
  called: { isDone: ({ view }) => view.centre === 'culture', command: 'view.culture' },
  quality: { isDone: ({ view }) => view.centre === 'quality', command: 'view.quality' },
  reviewed: { isDone: (state) => hasDone(state, 'gate/review'), command: 'view.review' },
  saved: { isDone: ({ session }) => session.file !== undefined, command: 'file.save-session' },
  reported: { isDone: ({ view }) => view.reported, command: 'file.export-report' },
};

/** The steps that are done as the window stands, those that were done before among them. */
export const doneIn = (state: State, before: readonly StepName[]): readonly StepName[] =>
  stepNames.filter((name) => before.includes(name) || steps[name].isDone(state));
