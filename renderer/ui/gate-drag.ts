/** What is dragged from the tree of populations: a gate, by the path of its population. */
export const GATE_DRAG = 'application/x-lymphoscope-gate';
