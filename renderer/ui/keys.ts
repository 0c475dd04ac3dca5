/** What every keyboard handler of the window asks first: with an input method composing (Japanese), no key is a command. */
export const isComposing = (event: { readonly nativeEvent: { readonly isComposing: boolean; readonly keyCode: number } }): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229; // Safari and some input methods report only 229

/** Apple's delete key is what others call Backspace. */
export const isDelete = (key: string): boolean => key === 'Delete' || key === 'Backspace';

/** Where an arrow, Home or End leads in a list of `count`; undefined for any other key. `from` -1: nothing is active yet. */
export function listMove(key: string, from: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return Math.min(count - 1, from + 1);
  if (key === 'ArrowUp') return from < 0 ? count - 1 : Math.max(0, from - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** Where a letter leads in a list: to the next item that begins with it; undefined for any other key, or where none does. */
export function startingWith(items: readonly { readonly label: string }[], letter: string, from: number): number | undefined {
  if (letter.length !== 1) return undefined;
  const order = items.map((_, i) => (from + 1 + i) % items.length);
  return order.find((i) => items[i]?.label.toLowerCase().startsWith(letter.toLowerCase()));
}
