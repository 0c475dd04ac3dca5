import type { PlateChange } from '../killing/compare-kept.ts';
import type { ProtocolChange } from './compare-protocols.ts';
import type { ResidualChange } from './compare-residual.ts';
import type { ComparedRun, RunsSummary } from './comparison-summary.ts';

/** One of the two sides of a comparison. */
export interface Side {
  readonly protocolSha256: string;
  readonly protocol: string;
  readonly revision: number;
  readonly engine: string;
}

export interface BatchComparison {
  /** Undefined where runs were last decided under several protocols or versions: then each run's own is what it is compared with. */
  readonly before: Side | undefined;
  readonly after: Side;
  readonly versions: readonly Side[];
  /** Samples whose state of residual cells is another one: what matters most of a new gate. Both sides by their protocols' plans, without blanks. */
  readonly residual: readonly ResidualChange[];
  readonly changes: readonly ProtocolChange[];
  /** Plates of cytotoxicity assays that were measured again, and those of which lysis, lytic units or the verdict are others. */
  readonly plates: {
    readonly measured: number;
    readonly changes: readonly PlateChange[];
    readonly failed: readonly {
      readonly name: string;
      readonly code: string;
      readonly message: { readonly en: string; readonly ja: string };
    }[];
  };
  readonly summary: RunsSummary;
  /** Runs with a difference; all of them where asked for. */
  readonly runs: readonly ComparedRun[];
  /** Runs whose result would be another one, be its numbers the same: what is known about the sample changed, or the protocol. */
  readonly replaced: number;
  /** Runs of the batch that have nothing to be compared with. */
  readonly first: number;
  /** Runs without a result, and so without a comparison. */
  readonly failed: number;
  /** Gates that persons placed under the earlier protocol in these runs, which the new one does not have. */
  readonly overridesLeft: readonly { readonly run: string; readonly gates: number }[];
}
