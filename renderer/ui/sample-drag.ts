/** What is dragged from the list of samples: their keys, one a line. */
export const SAMPLE_DRAG = 'application/x-lymphoscope-samples';
/** What is dragged in the list of groups: the id of one. */
export const GROUP_DRAG = 'application/x-lymphoscope-group';
