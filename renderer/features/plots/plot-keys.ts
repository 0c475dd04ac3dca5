import type { MessageKey } from './messages.ts';

/** Keys of the plot that has the focus, for the sheet of keys; names as on the keyboard. */
export const plotKeys: readonly { readonly keys: readonly string[]; readonly words: MessageKey }[] = [
  { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], words: 'keyMoves' },
  { keys: ['shift+ArrowLeft', 'shift+ArrowRight'], words: 'keyMovesFar' },
  { keys: ['Home', 'End', 'shift+Home', 'shift+End'], words: 'keyEdges' },
  { keys: ['Enter'], words: 'keySets' },
  { keys: ['Backspace'], words: 'keyTakesBack' },
  { keys: ['g', 'shift+g'], words: 'keyNextGate' },
  { keys: ['h', 'shift+h'], words: 'keyNextHandle' },
  { keys: ['Delete'], words: 'keyRemoves' },
  { keys: ['Escape'], words: 'keyGivesUp' },
];
