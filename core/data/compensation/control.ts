/** Linear, uncompensated values of one control over the channels of the matrix, in the matrix's order. */
export interface ControlEvents {
  readonly columns: readonly Float64Array[];
  readonly eventCount: number;
}

/** Linear values from one end to the other, both among them. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** What a person takes for positive and negative, in the control's own detector; found from the events where absent. */
export interface ControlGates {
  readonly positive?: ValueRange | undefined;
  /** Of the unstained control where there is one, else of the tube itself. */
  readonly negative?: ValueRange | undefined;
}

/** A control stained with one dye. */
export interface SingleStain extends ControlEvents {
  readonly name: string;
  /** The place in the matrix of the detector that the dye is read in. */
  readonly primary: number;
  readonly gates?: ControlGates | undefined;
}

/** What a control is worth; none of it changes a number. */
export interface ControlWarning {
  readonly code: 'few-positives' | 'saturated' | 'weak' | 'no-negative' | 'dimmer-than-spill' | 'not-converged';
  readonly control: string;
  readonly value?: number;
}
