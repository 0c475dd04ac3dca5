/** How well a text fits what was typed: undefined where it does not, else smaller is better. Letters in order; runs and beginnings count. */
export function matchScore(text: string, typed: string): number | undefined {
  const [hay, needle] = [fold(text), fold(typed).replace(/\s+/g, '')];
  if (needle === '') return 0;
  const whole = hay.indexOf(needle);
  if (whole >= 0) return whole === 0 || hay[whole - 1] === ' ' ? whole / 1000 : 1 + whole / 1000;
  let at = -1;
  let gaps = 0;
  for (const letter of needle) {
    const next = hay.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    gaps += next - at - 1;
    at = next;
  }
  return 10 + gaps;
}

/** Full-width letters, case and the minus of CD3− aside. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('−', '-');

/** What fits, the best first; as it was where nothing is typed. */
export function matching<T>(items: readonly T[], typed: string, textOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, score: matchScore(textOf(item), typed) }))
    .filter((entry): entry is { item: T; score: number } => entry.score !== undefined)
    .sort((a, b) => a.score - b.score)
    .map(({ item }) => item);
}
