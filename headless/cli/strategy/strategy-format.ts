const formats = ['.xml', '.wsp', '.json'] as const;
export type StrategyFormat = (typeof formats)[number];

/** The format that a file's name asks for. */
export const formatOf = (file: string): StrategyFormat | undefined => formats.find((format) => file.toLowerCase().endsWith(format));
