/** Inputs of a vector, read by name; what is not there or not of this form is an error that names it. */
export class Inputs {
  readonly #values: { readonly [name: string]: unknown };

  constructor(values: { readonly [name: string]: unknown }) {
    this.#values = values;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  number(name: string, otherwise?: number): number {
    const value = this.#values[name];
    if (typeof value === 'number') return value;
    if (value === undefined && otherwise !== undefined) return otherwise;
    throw new TypeError(`"${name}" is no number`);
  }

  optional(name: string): number | undefined {
    return this.has(name) ? this.number(name) : undefined;
  }

  text(name: string): string {
    const value = this.#values[name];
    if (typeof value !== 'string') throw new TypeError(`"${name}" is no text`);
    return value;
  }

  /** A list of whatever the function takes. */
  list<T = number>(name: string): readonly T[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) throw new TypeError(`"${name}" is no list`);
    return value as readonly T[];
  }

  record<T>(name: string): { readonly [key: string]: T } {
    const value = this.#values[name];
    if (typeof value !== 'object' || value === null) throw new TypeError(`"${name}" is no record`);
    return value as { readonly [key: string]: T };
  }
}

/** What a function of the vectors gives: names and values as `expected` has them; what is withheld is null. */
export type Outputs = { readonly [name: string]: unknown };
export type ScienceFunctions = { readonly [name: string]: (inputs: Inputs) => Outputs };

/** Columns of numbers as rows of a record. */
export const zip = <T>(first: readonly number[], second: readonly number[], join: (a: number, b: number) => T): readonly T[] =>
  first.map((value, i) => join(value, second[i]!));
