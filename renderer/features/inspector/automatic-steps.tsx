import { useMemo } from 'react';
import { isStep } from '../../../core/gating/automatic/steps.ts';
import { indexStrategy, joinPath } from '../../../core/gating/strategy/edit-tree.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { axisChannels, selectedResult, shownAnalysis } from '../../store/selectors.ts';
import { strategyPath } from '../../store/strategy-path.ts';
import { addNode, tuneStep } from '../populations/actions.ts';
import { messages } from '../populations/messages.ts';
import { nameProblem } from '../populations/population-rows.ts';
import { AddStep } from './add-step.tsx';
import { StepSettings } from './step-settings.tsx';

/** What automatic gating does at the selected population: the settings of its own step, and a new one below it. */
export function AutomaticSteps() {
  const app = useApp();
  const t = useMessages(messages);
  const path = useWindow(({ view }) => view.population);
  const own = useWindow((state) => strategyPath(state, path));
  const analysis = useWindow(shownAnalysis);
  const facts = useWindow((state) => selectedResult(state)?.facts);
  const strategy = useWindow(({ session }) => session.history.present.protocol.strategy);
  const channels = useMemo(() => axisChannels(analysis, facts), [analysis, facts]);
  const { gates, populations } = useMemo(() => indexStrategy(strategy), [strategy]);
  const placed = analysis?.populations.find((population) => population.path === path)?.gate;
  const node = gates.find((at) => at.node.id !== undefined && at.node.id === placed?.id)?.node;
  const step = node !== undefined && isStep(node.gate) ? node.gate : undefined;
  if (analysis === undefined) return null;
  return (
    <>
      {step && node?.id !== undefined && <StepSettings step={step} onChange={(tuned) => tuneStep(app, node.id ?? '', tuned)} />}
      {(path === '' || populations.some((population) => population.path === own)) && (
        <AddStep
          key={path}
          channels={channels}
          onAdd={(added) => addNode(app, added, path)}
          problemOf={(name) => {
            const problem = nameProblem(analysis.populations, joinPath(path, '?'), name);
            return problem && t(problem);
          }}
        />
      )}
    </>
  );
}
