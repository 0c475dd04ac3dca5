/** Range of a density in which cuts are sought, and its smoothing: wider where there are few events. */
export const DENSITY_LOW = -0.3;
export const DENSITY_HIGH = 1.1;
export const bandwidthFor = (events: number): number => 0.012 * Math.max(1, (5000 / Math.max(events, 1)) ** 0.2);
