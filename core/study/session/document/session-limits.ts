/** Bounds of a session file: a hostile or broken one is refused before it costs memory or time. */
export const limits = {
  /** Characters of a whole session file. */
  file: 2 ** 28,
  /** Levels of brackets. */
  nesting: 512,
  /** Gates below gates: each takes four levels of brackets, so that what an edit makes can be read back. */
  gateLevels: 100,
  samples: 100_000,
  overrides: 1_000_000,
  audit: 1_000_000,
  /** Characters of an id or a person's name. */
  name: 200,
  /** Characters of a path or a reason. */
  text: 4_096,
} as const;

/** How deep the brackets of a JSON text go, without building anything. Brackets inside strings do not count. */
export function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}
