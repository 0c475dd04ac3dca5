/** Panel ids that checks look at besides those of the strategy, where a file has them. */
export const checkedChannels: readonly string[] = ['CD45'];
