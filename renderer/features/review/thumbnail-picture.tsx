import { memo } from 'react';
import type { Gate } from '../../../core/gating/gates/gates.ts';
import type { ShadeColours } from '../../../core/show/plot/density.ts';
import { type ShadedDensity, shadeDensity } from '../../../core/show/plot/density-raster.ts';
import { frameOf } from '../../../core/show/plot/frame.ts';
import { gateOutline } from '../../../core/show/plot/gate-outline.ts';
import { THUMBNAIL_BINS, type Thumbnail, unpackCounts } from '../../../core/statistics/histograms/thumbnail.ts';
import { remembered } from '../../store/remembered.ts';
import { DensityCanvas } from '../../ui/charts/density-canvas.tsx';
import { pathOf } from '../../ui/charts/drawn-shapes.tsx';
import { classes } from '../../ui/classes.ts';

export interface ThumbnailPictureProps {
  readonly thumbnail: Thumbnail;
  readonly gate: Gate | undefined;
  /** CSS pixels along a side. */
  readonly side: number;
  readonly colours: ShadeColours;
  /** Where a hand has moved the gate. */
  readonly isMoved?: boolean;
}

/** The events of a thumbnail and the gate over them. */
export const ThumbnailPicture = memo(function ThumbnailPicture({ thumbnail, gate, side, colours, isMoved = false }: ThumbnailPictureProps) {
  const box = { x: 0, y: 0, width: side, height: side };
  const shaded = shadedOf(thumbnail);
  const path = gate === undefined ? '' : pathOf(gateOutline(gate, frameOf(box, thumbnail.x, thumbnail.y)));
  return (
    <>
      {shaded !== undefined && <DensityCanvas shaded={shaded} box={box} colours={colours} />}
      <svg className="thumbnail-gates" width={side} height={side} aria-hidden="true">
        <path className="gate-halo" d={path} />
        <path className={classes('thumbnail-gate', isMoved && 'is-moved')} d={path} />
      </svg>
    </>
  );
});

const shades = new WeakMap<Thumbnail, { readonly shaded: ShadedDensity | undefined }>();

/** Its shades, made once; undefined where its bytes are not those of a picture. */
function shadedOf(thumbnail: Thumbnail): ShadedDensity | undefined {
  return remembered(shades, thumbnail, () => {
    const density = unpackCounts(thumbnail.counts);
    return { shaded: density && shadeDensity({ density, bins: THUMBNAIL_BINS, count: thumbnail.count }) };
  }).shaded;
}
