import type { Transform } from '../../data/transforms/transforms.ts';

export interface ScaleForm {
  /** The element of the standard. */
  readonly formula: string;
  /** Its attributes, which are the parameters' names here too. */
  readonly parameters: readonly string[];
}

/** The scales that the standard has (section 6); ranges alone can be given on others, in linear values. */
const forms: { readonly [Kind in Transform['kind']]?: ScaleForm } = {
  linear: { formula: 'flin', parameters: ['T', 'A'] },
  log: { formula: 'flog', parameters: ['T', 'M'] },
  arcsinh: { formula: 'fasinh', parameters: ['T', 'M', 'A'] },
  logicle: { formula: 'logicle', parameters: ['T', 'W', 'M', 'A'] },
  hyperlog: { formula: 'hyperlog', parameters: ['T', 'W', 'M', 'A'] },
};

export const formOf = ({ kind }: Transform): ScaleForm | undefined => forms[kind];

/** The kind and the form of an element. */
export const readFormOf = (local: string): readonly [kind: string, ScaleForm] | undefined =>
  Object.entries(forms).find(([, { formula }]) => formula === local);
