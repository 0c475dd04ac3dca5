/** What the pointer does on a plot: selects and moves gates, or draws one of a kind. */
export const toolNames = ['select', 'rectangle', 'ellipse', 'polygon', 'quadrant', 'curly', 'range'] as const;
export type ToolName = (typeof toolNames)[number];
