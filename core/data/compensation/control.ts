/** Linear, uncompensated values of one control over the channels of the matrix, in the matrix's order. */
export interface ControlEvents {
  readonly columns: readonly Float64Array[];
  readonly eventCount: number;
}

/** A control stained with one dye. */
export interface SingleStain extends ControlEvents {
  readonly name: string;
  /** The place in the matrix of the detector that the dye is read in. */
  readonly primary: number;
}

/** What a control is worth; none of it changes a number. */
export interface ControlWarning {
  readonly code: 'few-positives' | 'saturated' | 'weak' | 'no-negative' | 'dimmer-than-spill' | 'not-converged';
  readonly control: string;
  readonly value?: number;
}
