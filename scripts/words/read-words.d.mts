export interface Said {
  /** The file and the path of names to the sentence; once each. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
  /** Absent where Japanese stands alone. */
  readonly en?: string;
  readonly ja: string;
}
export declare function readWords(): readonly Said[];
export declare function wordsOf(file: string, source: string): readonly Said[];
