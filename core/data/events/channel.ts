/** A channel as the file describes it. `name` is $PnN ('' where the file has none), `marker` is $PnS. */
export interface Channel {
  /** 1 for the first channel, as the n of $PnN. */
  readonly index: number;
  readonly name: string;
  readonly marker?: string;
  /** $PnB: stored bits. */
  readonly bits: number;
  /** $PnR: the range of channel values. Advisory for floats. */
  readonly range: number;
  /** $PnE with f2 = 0 already counted as 1; absent for a linear channel. value = offset * 10^(decades * x / range). */
  readonly amplification?: { readonly decades: number; readonly offset: number };
  /** $PnG, where it is a usable number other than 1. */
  readonly gain?: number;
  readonly detail: ChannelDetail;
}

/** Optional keywords of a channel, kept for inspection and for writing back. */
export interface ChannelDetail {
  readonly datatype?: string; // $PnDATATYPE (3.2)
  readonly display?: string; // $PnD
  readonly voltage?: string; // $PnV
  readonly filter?: string; // $PnF
  readonly excitation?: string; // $PnL
  readonly type?: string; // $PnTYPE (3.2)
  readonly feature?: string; // $PnFEATURE (3.2)
  readonly analyte?: string; // $PnANALYTE (3.2)
}
