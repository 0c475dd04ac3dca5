import { useCallback, useEffect, useState } from 'react';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import type { SampleKey } from '../../store/state.ts';

type Tables = readonly (Float64Array | undefined)[];

/** Percentile tables of a population's events, once they are asked for; made anew with each analysis, and none of before is given. */
export function usePercentiles(
  sample: SampleKey | undefined,
  analysis: SampleAnalysis | undefined,
  population: string | undefined,
  channels: readonly string[],
): { readonly tables: Tables | undefined; readonly ask: () => void } {
  const app = useApp();
  const [isAsked, setAsked] = useState(false);
  const [known, setKnown] = useState<{ readonly analysis: SampleAnalysis; readonly of: string; readonly tables: Tables }>();
  const of = JSON.stringify([sample, population, channels]);
  useEffect(() => {
    const [key, path, names] = JSON.parse(of) as [SampleKey | null, string | null, readonly string[]];
    if (!isAsked || analysis === undefined || key === null || path === null) return;
    let isOver = false;
    void attempt(app, () => app.engine.percentiles(key, path, names)).then((tables) => {
      if (!isOver && tables !== undefined) setKnown({ analysis, of, tables });
    });
    return () => {
      isOver = true;
    };
  }, [app, isAsked, analysis, of]);
  const ask = useCallback(() => setAsked(true), []);
  return { tables: known !== undefined && known.analysis === analysis && known.of === of ? known.tables : undefined, ask };
}
