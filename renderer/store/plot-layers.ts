import type { PlotLayer } from '../../core/show/plot/layers.ts';
import type { Overlay } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';

/** An overlay with what its events follow from. */
export interface WantedLayer {
  readonly overlay: Overlay;
  /** Of the sample in this window. */
  readonly key: string;
  readonly protocol: Protocol;
  readonly name: string;
  readonly colour: string;
}

/** A layer, and what it was asked for by. */
export interface CountedLayer extends PlotLayer {
  readonly overlay: Overlay;
}

/** The layers of a plot, and what they were made for. */
export interface PlotLayers {
  readonly wanted: readonly WantedLayer[];
  /** Names the axes that they were counted on. */
  readonly axes: string;
  /** They are drawn in lines of equal density. */
  readonly hasLines: boolean;
  readonly layers: readonly CountedLayer[];
}
