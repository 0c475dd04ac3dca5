/** Panel ids that checks look at besides those of the strategy, where a file has them. */
export const pitfallChannels: readonly string[] = ['CD45'];
