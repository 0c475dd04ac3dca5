/** Modifiers in the order in which each system writes them. */
const macModifiers = { alt: '⌥', shift: '⇧', mod: '⌘' } as const;
/** Keys as they are printed. */
const keyCaps: { readonly [key: string]: string } = {
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const otherModifiers = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' } as const;

/** `mod+shift+z` as the system writes it: ⇧⌘Z or Ctrl+Shift+Z. */
export function keyName(keys: string, mac: boolean): string {
  const wanted = keys.split('+');
  const letter = wanted.at(-1) ?? '';
  const modifiers = Object.entries(mac ? macModifiers : otherModifiers)
    .filter(([name]) => wanted.slice(0, -1).includes(name))
    .map(([, written]) => written);
  return [...modifiers, keyCaps[letter] ?? (letter.length === 1 ? letter.toUpperCase() : letter)].join(mac ? '' : '+');
}
