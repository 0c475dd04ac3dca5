/** How well a text fits what was typed: undefined where it does not, else smaller is better. Letters in order; runs and beginnings count. */
export function matchScore(text, typed) {
    const [hay, needle] = [fold(text), fold(typed).replace(/\s+/g, '')];
    if (needle === '')
        return 0;
    const whole = hay.indexOf(needle);
    if (whole >= 0)
        return whole === 0 || hay[whole - 1] === ' ' ? whole / 1000 : 1 + whole / 1000;
    let at = -1;
    let gaps = 0;
    for (const letter of needle) {
        const next = hay.indexOf(letter, at + 1);
        if (next < 0)
            return undefined;
        gaps += next - at - 1;
        at = next;
    }
    return 10 + gaps;
}
/** Full-width letters, case and the minus of CD3− aside. */
const fold = (text) => text.normalize('NFKC').toLowerCase().replaceAll('−', '-');
/** What fits, the best first; as it was where nothing is typed. */
export function matching(items, typed, textOf) {
    return items
        .map((item) => ({ item, score: matchScore(textOf(item), typed) }))
        .filter((entry) => entry.score !== undefined)
        .sort((a, b) => a.score - b.score)
        .map(({ item }) => item);
}
//# sourceMappingURL=palette-match.js.map