/** How well a text fits what was typed: undefined where it does not, else smaller is better. Letters in order; runs and beginnings count. */
export declare function matchScore(text: string, typed: string): number | undefined;
/** What fits, the best first; as it was where nothing is typed. */
export declare function matching<T>(items: readonly T[], typed: string, textOf: (item: T) => string): readonly T[];
