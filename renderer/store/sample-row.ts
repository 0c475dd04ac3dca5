import type { DisplayGroup } from '../../core/biology/classification/classification.ts';
import type { CompensationUsed } from '../../core/data/compensation/compensation-used.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { Light } from '../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../core/gating/quality/quality.ts';

/** A sample as its list shows it. */
export interface SampleRow {
  readonly id: string;
  /** The file's name, with its data set where the file has several. */
  readonly name: string;
  readonly state: 'waiting' | 'working' | 'ready' | 'failed' | 'missing';
  /** The most worrying light of its automatic gates; undefined until it is gated. */
  readonly light?: Light | undefined;
  /** Of its acquisition; undefined until somebody looked. */
  readonly verdict?: Verdict | undefined;
  readonly metadata: SampleMetadata;
  /** The group that gates it; undefined where it is gated as all are. */
  readonly gatedBy?: { readonly name: string; readonly colour: string } | undefined;
  readonly eventCount?: number | undefined;
  /** The group that it is consistent with. */
  readonly group?: DisplayGroup | undefined;
  /** The protocol is about markers that the file has not. */
  readonly unfit?: true | undefined;
  /** How it was compensated; undefined until it is gated. */
  readonly compensation?: CompensationUsed | undefined;
  /** Findings of reading and analysis. */
  readonly findings: number;
}
