import type { GatedSample } from '../../core/gating/strategy/population.ts';
import { type Thumbnail, thumbnailsOf } from '../../core/statistics/histograms/thumbnail.ts';
import type { PreparedSample } from '../../core/study/sample/prepared-sample.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';

/** Of larger samples the small pictures are drawn once somebody asks for them. */
const DRAWN_AT_ONCE = 2 ** 18;

export interface AnalysedSample {
  readonly analysis: SampleAnalysis;
  readonly thumbnails?: readonly Thumbnail[];
}

/** An analysis with the small pictures of its gates, where they take no time to speak of. */
export const withThumbnails = (analysis: SampleAnalysis, { populations }: GatedSample, prepared: PreparedSample): AnalysedSample =>
  analysis.sample.eventCount > DRAWN_AT_ONCE
    ? { analysis }
    : { analysis, thumbnails: thumbnailsOf(populations, prepared.channel, prepared.columns) };
