import * as z from 'zod';

/** Ramps of colours for densities. */
export const rampNames = ['viridis', 'cividis', 'classic'] as const;

/** What the colours of a density follow: counts by their logarithm, by their rank, or as they are. */
export const densityScalings = ['log', 'equalised', 'linear'] as const;

/** What plots of two channels begin as. */
export const planeKinds = ['density', 'dot', 'contour', 'zebra'] as const;

/** How the plots of a session look, where it says so itself: this goes with it to other persons and computers. */
export const sessionPreferencesSchema = z
  .strictObject({ ramp: z.enum(rampNames), scaling: z.enum(densityScalings), plot: z.enum(planeKinds) })
  .partial();
export type SessionPreferences = Readonly<z.infer<typeof sessionPreferencesSchema>>;
