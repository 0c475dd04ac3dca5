import type { SampleMetadata } from './sample-metadata.ts';

export interface SampleIdentity {
  readonly file: string;
  readonly sha256: string;
  /** SHA-256 of the DATA bytes alone. */
  readonly dataSha256?: string;
  /** 0 for the first data set of the file. */
  readonly dataset: number;
  readonly fcsVersion: string;
  readonly eventCount: number;
  readonly metadata: SampleMetadata;
  /** In a session with groups: the name of the one that gates it; `null` where none does. */
  readonly group?: string | null;
  /** Keywords fit to show, masked where they may hold a person's name. */
  readonly keywords: readonly { readonly name: string; readonly value: string; readonly masked: boolean }[];
  readonly instrument: { readonly cytometer?: string; readonly serial?: string; readonly date?: string };
}
