import type { Said } from './read-words.mjs';
export declare function xliffOf(said?: readonly Said[]): Promise<{ readonly text: string; readonly count: number }>;
export declare function readXliff(text: string): Promise<{
  readonly languages: readonly string[];
  readonly units: readonly { readonly key: string; readonly en: string; readonly ja: string; readonly note: string }[];
}>;
