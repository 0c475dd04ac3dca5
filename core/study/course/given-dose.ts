/** A dose that was given or missed, from the book of its lot. */
export interface GivenDose {
  readonly material: string;
  readonly lot: string;
  readonly on: string;
  /** When on that day; not every infusion has its time in the book. */
  readonly time?: string | undefined;
  readonly outcome: 'full' | 'partial' | 'missed';
  /** Viable cells. */
  readonly planned: number;
  readonly given: number;
  /** NK cells in percent of the viable ones. */
  readonly nkPercent?: number | undefined;
  /** The most viable NK cells that may be given at once. */
  readonly cap?: number | undefined;
}

/** Orders doses. */
export const momentOf = ({ on, time = '' }: GivenDose): string => `${on} ${time}`;

/** NK cells among viable ones. */
export const nkGiven = ({ given, nkPercent }: Pick<Required<GivenDose>, 'given'> & { readonly nkPercent: number }): number =>
  Math.round((given * nkPercent) / 100);

/** Whether the share of NK cells is known of every dose, so that doses are told by them. */
export const countsNk = (doses: readonly GivenDose[]): boolean =>
  doses.length > 0 && doses.every(({ nkPercent }) => nkPercent !== undefined);
