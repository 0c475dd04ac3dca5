import type { NamedMatrix } from '../../gating/strategy/dimension.ts';
import { element, type XmlElement } from '../xml/tree.ts';

/** A square matrix for FlowJo; its compensated parameters are called `Comp-` and the parameter's name. */
export function writeSpilloverMatrix(id: string, name: string, { fluorochromes, detectors, matrix }: NamedMatrix): XmlElement {
  const compensated = (parameter: string) => `Comp-${parameter}`;
  return element(
    'transforms:spilloverMatrix',
    {
      spectral: 0,
      prefix: 'Comp-',
      name,
      editable: 1,
      color: '#c0c0c0',
      version: 'FlowJo-10.8.1',
      status: 'FINALIZED',
      'transforms:id': id,
      suffix: '',
    },
    [
      element(
        'data-type:parameters',
        {},
        detectors.map((detector) =>
          element('data-type:parameter', { 'data-type:name': detector, userProvidedCompInfix: compensated(detector) }),
        ),
      ),
      ...matrix.map((row, i) =>
        element(
          'transforms:spillover',
          { 'data-type:parameter': fluorochromes[i], userProvidedCompInfix: compensated(fluorochromes[i]!) },
          row.map((value, j) => element('transforms:coefficient', { 'data-type:parameter': detectors[j], 'transforms:value': value })),
        ),
      ),
    ],
  );
}
