/**
 * `strict` refuses every repair; `salvage` opens what is whole in a damaged file, always with a finding; `first-names` and `last-names` open a file
 * that names its channels twice, by one of the two sets.
 */
export type ReadingMode = 'default' | 'strict' | 'salvage' | 'first-names' | 'last-names';
