import { useEffect, useState } from 'react';
import { JobCancelled } from '../../../core/base/workers/cancelled.ts';
import type { GateStep } from '../../../core/statistics/histograms/plot-steps.ts';
import { attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import type { CountedFrom } from '../../store/residual-state.ts';

/** The gates on the way to a population in one sample; undefined until they are drawn. */
export function useSteps(from: CountedFrom | undefined, population: string): readonly GateStep[] | undefined {
  const app = useApp();
  const [drawn, setDrawn] = useState<{ readonly of: CountedFrom; readonly population: string; readonly steps: readonly GateStep[] }>();
  useEffect(() => {
    if (from === undefined) return;
    const controller = new AbortController();
    void attempt(app, async () => {
      const steps = await app.engine.stepsTo(from.key, from.makers.protocol, population, controller.signal);
      if (!controller.signal.aborted) setDrawn({ of: from, population, steps });
    });
    return () => controller.abort(new JobCancelled());
  }, [app, from, population]);
  return drawn !== undefined && drawn.of === from && drawn.population === population ? drawn.steps : undefined;
}
