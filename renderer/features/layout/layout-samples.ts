import type { Language } from '../../../core/base/message.ts';
import type { LayoutSample } from '../../../core/show/layout/draw-layout.ts';
import { type LayoutPage, pagesOf } from '../../../core/show/layout/layout-pages.ts';
import type { RampName } from '../../../core/show/plot/colour.ts';
import type { DensityScaling } from '../../../core/show/plot/density.ts';
import { type Theme, themes } from '../../../core/show/plot/theme.ts';
import type { Layout, LayoutItem } from '../../../core/study/arrangement/layout.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { gatingGroupOf } from '../../../core/study/session/document/group-members.ts';
import type { SessionDocument } from '../../../core/study/session/document/session-document.ts';
import type { Engine } from '../../engine/engine.ts';
import type { PlotPicture } from '../../engine/engine-calls.ts';
import { sampleAt } from '../../store/document.ts';
import type { SampleKey, SampleResult } from '../../store/state.ts';
import { drawPicture } from '../figures/draw-picture.ts';
import type { GateDress } from '../plots/dressed-gate.ts';

/** A sample whose numbers are those of the session as it is now. */
export interface ReadySample {
  readonly id: SampleKey;
  readonly metadata: SampleAnalysis['sample']['metadata'];
  readonly group?: string | undefined;
  readonly analysis: SampleAnalysis;
}

export const layoutPages = (
  layout: Layout,
  results: readonly SampleResult[],
  document: SessionDocument,
): readonly LayoutPage<ReadySample>[] =>
  pagesOf(
    layout.repeat,
    results.flatMap(({ key, analysis }) =>
      analysis === undefined ? [] : [{ id: key, metadata: analysis.metadata, group: groupNameOf(document, key), analysis: analysis.value }],
    ),
  );

function groupNameOf(document: SessionDocument, key: SampleKey): string | undefined {
  const sample = sampleAt(document, key);
  return sample && gatingGroupOf(document, sample)?.name;
}

type Engines = Pick<Engine, 'plotOf'>;
type PlotItem = Extract<LayoutItem, { kind: 'plot' }>;

/** Pictures of one analysis, by what of a plot decides them: a page is drawn many times while it is arranged. */
const pictures = new WeakMap<SampleAnalysis, Map<string, Promise<PlotPicture | undefined>>>();

function pictureOf(
  engine: Engines,
  { id, analysis }: ReadySample,
  { plot }: PlotItem,
  signal: AbortSignal,
): Promise<PlotPicture | undefined> {
  const known = pictures.get(analysis) ?? new Map<string, Promise<PlotPicture | undefined>>();
  pictures.set(analysis, known);
  const key = JSON.stringify(plot);
  const made = known.get(key) ?? engine.plotOf(id, plot, signal);
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

export interface PageLook extends GateDress {
  readonly language: Language;
  readonly ramp: RampName;
  readonly scaling: DensityScaling;
  /** Events that a parent needs in a sample for its percentages to be shown. */
  readonly minimumOf: (sample: SampleKey) => number;
  readonly theme?: Theme;
}

/** A page with every plot of it counted over all events. */
export async function countPage(
  engine: Engines,
  layout: Layout,
  page: LayoutPage<ReadySample>,
  look: PageLook,
  signal: AbortSignal,
): Promise<LayoutPage<LayoutSample>> {
  const samples = await Promise.all(
    page.samples.map(async (sample, place) => {
      const items = layout.items.filter((item): item is PlotItem => item.kind === 'plot' && item.sample === place);
      const drawn = await Promise.all(
        items.map(async (item) => [item.id, drawnAs(item, await pictureOf(engine, sample, item, signal), sample, look)] as const),
      );
      return {
        ...sample,
        minimumEvents: look.minimumOf(sample.id),
        plots: new Map(drawn.flatMap(([id, draw]) => (draw === undefined ? [] : [[id, draw] as const]))),
      };
    }),
  );
  return { ...page, samples };
}

function drawnAs({ plot }: PlotItem, picture: PlotPicture | undefined, { id, analysis }: ReadySample, look: PageLook) {
  if (picture === undefined) return undefined;
  const { language, ramp, scaling, minimumOf, looks, labels, theme = themes.light } = look;
  return (size: { readonly width: number; readonly height: number }) =>
    drawPicture({ ...plot, id: '' }, picture, analysis, {
      size,
      language,
      ramp,
      scaling,
      theme,
      minimumEvents: minimumOf(id),
      dress: { looks, labels },
    }) ?? [];
}
