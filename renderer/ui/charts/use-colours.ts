import { useMemo } from 'react';
import type { RampName } from '../../../core/show/plot/colour.ts';
import type { DensityScaling, ShadeColours } from '../../../core/show/plot/density.ts';
import { coloursOf, type PlaneKind } from '../../../core/show/plot/plot-kind.ts';
import { plotThemes, type ThemeName } from '../theme.ts';

/** How a person likes events drawn. */
export interface LikedColours {
  readonly ramp: RampName;
  readonly theme: ThemeName;
  readonly scaling: DensityScaling;
}

/** The colours of events in a kind of plot. */
export function useColours(kind: PlaneKind, { ramp, theme, scaling }: LikedColours): ShadeColours {
  return useMemo(() => coloursOf({ kind, ramp, scaling, theme: plotThemes[theme] }), [kind, ramp, scaling, theme]);
}
