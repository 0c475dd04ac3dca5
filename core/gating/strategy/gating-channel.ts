import type { Caution } from '../../base/caution.ts';
import type { ColumnSource } from '../../data/events/column-source.ts';
import type { ScaleBounds } from '../../data/transforms/bounded-scale.ts';
import type { Scale } from '../../data/transforms/kind/transform.ts';
import type { GridAxis } from '../gates/kind/grid.ts';

/** A channel as gates see it: its number in the data set and the scale that gates in it are drawn on. */
export interface GatingChannel {
  readonly index: number;
  readonly scale: Scale;
  /** What the scale is held between. */
  readonly bounds?: ScaleBounds | undefined;
  /** Where its values come from, where that is not the channel with the sample's compensation. */
  readonly source?: ColumnSource;
  /** The numbers of gates in it are linear values. */
  readonly coordinates?: 'linear';
  /** What makes every gate in it unsure. */
  readonly caution?: Caution;
  /** The axis on which FlowJo would count. */
  readonly grid?: () => GridAxis;
}
