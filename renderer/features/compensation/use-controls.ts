import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Problem } from '../../../core/base/problem.ts';
import { JobCancelled } from '../../../core/base/workers/cancelled.ts';
import type { ControlMatrix } from '../../../core/data/compensation/matrix-from-controls.ts';
import type { RecognisedControls } from '../../../core/data/compensation/recognise-controls.ts';
import { isAbort } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import type { ChosenTube } from '../../engine/control-calls.ts';
import { sessionResults } from '../../store/selectors.ts';
import type { SampleKey } from '../../store/state.ts';
import {
  type ControlChoice,
  type ControlFile,
  choiceOf,
  chosenTubes,
  controlFiles,
  findControls,
  nothingChosen,
} from './control-choice.ts';

export interface Controls {
  readonly files: readonly ControlFile[];
  readonly detectors: readonly string[];
  /** Undefined while the files are looked through. */
  readonly found: RecognisedControls | undefined;
  readonly choice: ControlChoice;
  readonly setChoice: (choice: ControlChoice) => void;
  readonly tubes: readonly ChosenTube[];
  /** Of the tubes as they are chosen, or as they were chosen just before. */
  readonly result: ControlMatrix | undefined;
  readonly isCurrent: boolean;
  readonly problem: Problem | undefined;
  readonly recognise: () => void;
}

/** The controls of the session as they were recognised, what a person made of them, and the matrix that follows. */
export function useControls(): Controls {
  const app = useApp();
  const document = useWindow(({ session }) => session.history.present);
  const results = useWindow(sessionResults);
  const files = useMemo(() => controlFiles(results, document), [results, document]);
  const [state, setState] = useState<Pick<Controls, 'detectors' | 'found' | 'choice'>>(unknown);
  const [problem, setProblem] = useState<Problem>();
  const giveUp = useRef(new AbortController());
  const recognise = useCallback(() => {
    giveUp.current.abort();
    giveUp.current = new AbortController();
    const { signal } = giveUp.current;
    setProblem(undefined);
    setState(unknown);
    const now = app.store.getState();
    findControls(controlFiles(sessionResults(now), now.session.history.present), (key, names) =>
      app.engine.controlLight(key, names, signal),
    ).then(
      ({ detectors, found }) => {
        if (!signal.aborted) setState({ detectors, found, choice: choiceOf(found) });
      },
      (error: unknown) => {
        if (error instanceof Problem) setProblem(error);
        else if (!isGivenUp(error)) throw error;
      },
    );
  }, [app]);
  useEffect(() => {
    recognise();
    return () => giveUp.current.abort();
  }, [recognise]);
  const tubes = useMemo(() => chosenTubes(state.choice, state.detectors, files), [state.choice, state.detectors, files]);
  const computed = useMatrixOf(tubes, state.choice);
  const setChoice = useCallback((choice: ControlChoice) => setState((known) => ({ ...known, choice })), []);
  return { files, ...state, setChoice, tubes, ...computed, problem: problem ?? computed.problem, recognise };
}

const unknown: Pick<Controls, 'detectors' | 'found' | 'choice'> = { detectors: [], found: undefined, choice: nothingChosen };

/** What the tubes give, computed anew whenever something about them changes. */
function useMatrixOf(
  tubes: readonly ChosenTube[],
  { unstained, accepted }: ControlChoice,
): Pick<Controls, 'result' | 'isCurrent' | 'problem'> {
  const app = useApp();
  // as text: files that are only read again are the same files
  const wanted = JSON.stringify({ tubes, unstained, accepted: [...accepted] } satisfies Wanted);
  const [computed, setComputed] = useState<Pick<Controls, 'result' | 'problem'> & { readonly of: string }>();
  useEffect(() => {
    let isOpen = true;
    const of: Wanted = JSON.parse(wanted);
    if (of.tubes.length < 2) return;
    app.engine.controlMatrix(of.tubes, of.unstained, of.accepted).then(
      (result) => {
        if (isOpen) setComputed({ result, problem: undefined, of: wanted });
      },
      (error: unknown) => {
        if (error instanceof Problem && isOpen) setComputed({ result: undefined, problem: error, of: wanted });
        else if (isOpen && !isGivenUp(error)) throw error;
      },
    );
    return () => {
      isOpen = false;
    };
  }, [app, wanted]);
  if (computed === undefined || tubes.length < 2) return { result: undefined, isCurrent: false, problem: undefined };
  const { result, problem } = computed;
  return computed.of === wanted ? { result, isCurrent: result !== undefined, problem } : { result, isCurrent: false, problem: undefined };
}

interface Wanted {
  readonly tubes: readonly ChosenTube[];
  readonly unstained?: SampleKey | undefined;
  readonly accepted: readonly string[];
}

const isGivenUp = (error: unknown): boolean => error instanceof JobCancelled || isAbort(error);
