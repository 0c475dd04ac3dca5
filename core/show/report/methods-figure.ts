import type { Language } from '../../base/message.ts';
import { type Lot, type MethodPanel, methodPanels } from '../../biology/lots/method-panels.ts';
import type { Profile } from '../../biology/profiles/profile.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import type { DrawnPanel } from '../plot/draw-method-panels.ts';
import { fileName } from './facts.ts';
import type { Translate } from './messages.ts';
import type { MethodsFigure } from './model.ts';

/** The methods side by side for one report: panels, and pictures of samples by the name of `lotOf`. */
export interface MethodsAtHand {
  readonly panels: readonly MethodPanel[];
  readonly pictures: ReadonlyMap<string, PlotData>;
}

/** A sample as one that may stand for its method: named by its bytes. */
export const lotOf = (analysis: SampleAnalysis, name: string = fileName(analysis.sample)): Lot => ({
  id: `${analysis.sample.sha256} ${analysis.sample.dataset}`,
  name,
  analysis,
});

/** The pictures of analyses that were made with their plots. */
export const figurePictures = (analyses: readonly SampleAnalysis[]): ReadonlyMap<string, PlotData> =>
  new Map(
    analyses.flatMap((analysis) => {
      const picture = analysis.plots.find(({ figure }) => figure === 'methods');
      return picture === undefined ? [] : [[lotOf(analysis).id, picture] as const];
    }),
  );

/** Of samples that are reported together, for each the methods side by side; `profilesOf` gives what each was held against. */
export function methodsAtHand(
  analyses: readonly SampleAnalysis[],
  profilesOf: (analysis: SampleAnalysis) => readonly Profile[],
  nameOf?: (analysis: SampleAnalysis) => string,
): readonly MethodsAtHand[] {
  const lots = analyses.map((analysis) => lotOf(analysis, nameOf?.(analysis)));
  const pictures = figurePictures(analyses);
  return analyses.map((analysis, i) => ({ panels: methodPanels(lots[i]!, lots, profilesOf(analysis)), pictures }));
}

export function methodsFigure({ panels, pictures }: MethodsAtHand, language: Language, t: Translate): MethodsFigure | undefined {
  if (panels.length === 0) return undefined;
  return {
    heading: t('methodsFigureHeading'),
    note: t('methodsFigureNote'),
    panels: panels.map(({ method, name, basis, lot, percents }): DrawnPanel => {
      const picture = pictures.get(lot?.id ?? '');
      return {
        title: name?.[language] ?? t('thisSample'),
        note: basis === 'sample' ? (lot?.name ?? '') : t(`panel.${picture === undefined ? 'expected' : basis}`, { name: lot?.name ?? '' }),
        percents,
        picture,
        framed: method === undefined,
      };
    }),
  };
}
