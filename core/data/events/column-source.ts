import type { ScaleBounds } from '../transforms/bounded-scale.ts';

/**
 * Where the linear values of a dimension come from: one channel, a sum over channels (compensated, unmixed), or a ratio of two
 * such. Channels count from 0. With gain `ignored` values are not divided by $PnG.
 */
export type ColumnSource =
  | { readonly kind: 'channel'; readonly channel: number; readonly factor: number; readonly gain?: 'ignored' }
  | { readonly kind: 'mix'; readonly channels: readonly number[]; readonly weights: readonly number[]; readonly gain?: 'ignored' }
  /** A (numerator - B) / (denominator - C), held between its bounds where it is a number: Gating-ML 2.0 section 6.6. */
  | {
      readonly kind: 'ratio';
      readonly numerator: ColumnSource;
      readonly denominator: ColumnSource;
      readonly A: number;
      readonly B: number;
      readonly C: number;
      readonly bounds?: ScaleBounds | undefined;
    };

/** Every channel that a source reads. */
export function channelsOf(source: ColumnSource): readonly number[] {
  if (source.kind === 'channel') return [source.channel];
  if (source.kind === 'mix') return source.channels.filter((_, i) => source.weights[i] !== 0);
  return [...channelsOf(source.numerator), ...channelsOf(source.denominator)];
}
