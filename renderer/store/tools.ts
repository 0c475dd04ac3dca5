/** What the pointer does on a plot: selects and moves gates, or draws one of a kind. */
export const toolNames = [
  'select',
  'rectangle',
  'ellipse',
  'polygon',
  'pencil',
  'quadrant',
  'curly',
  'spider',
  'range',
  'bisector',
] as const;
export type ToolName = (typeof toolNames)[number];

/** Tools that draw along one channel. */
const alongOne: readonly ToolName[] = ['range', 'bisector'];

/** What can be drawn in a plot of one channel or of two. */
export const toolsFor = (isOfOne: boolean): readonly ToolName[] =>
  toolNames.filter((name) => name === 'select' || alongOne.includes(name) === isOfOne);
