/** Bounds of a session file: a hostile or broken one is refused before it costs memory or time. */
export const limits = {
  /** Characters of a whole session file. */
  file: 2 ** 28,
  /** Gates below gates: each takes four levels of brackets, so that what an edit makes can be read back. */
  gateLevels: 100,
  samples: 100_000,
  overrides: 1_000_000,
  audit: 1_000_000,
  groups: 1_000,
  plates: 1_000,
  criteria: 50,
  criterionValues: 1_000,
  /** Characters of an id or a person's name. */
  name: 200,
  /** Characters of a path or a reason. */
  text: 4_096,
} as const;
