import type { Transform } from '../../data/transforms/transforms.ts';
import { element, type XmlElement } from '../xml/tree.ts';
import { flowjoScale } from './as-flowjo.ts';

/** A parameter's scale for FlowJo. `step`: seconds of one step of time. */
export function writeTransform(parameter: string, transform: Transform, step = 1): XmlElement {
  const child = element('data-type:parameter', { 'data-type:name': parameter });
  const scale = flowjoScale(transform);
  const length = { 'transforms:length': 256 };
  switch (scale.kind) {
    case 'flowjo-linear':
      return element('transforms:linear', { 'transforms:minRange': scale.min, 'transforms:maxRange': scale.max, gain: step }, [child]);
    case 'flowjo-log':
      return element('transforms:log', { 'transforms:offset': scale.offset, 'transforms:decades': scale.decades }, [child]);
    case 'biexponential':
      return element(
        'transforms:biex',
        {
          ...length,
          'transforms:maxRange': scale.top,
          'transforms:neg': scale.negative,
          'transforms:width': scale.width,
          'transforms:pos': scale.positive,
        },
        [child],
      );
    case 'arcsinh':
      return element(
        'transforms:fasinh',
        { ...length, 'transforms:maxRange': scale.T, 'transforms:T': scale.T, 'transforms:A': scale.A, 'transforms:M': scale.M },
        [child],
      );
    case 'logicle':
    case 'hyperlog':
      return element(
        `transforms:${scale.kind}`,
        { ...length, 'transforms:T': scale.T, 'transforms:A': scale.A, 'transforms:W': scale.W, 'transforms:M': scale.M },
        [child],
      );
    case 'linear':
    case 'log':
      throw new Error('these scales are FlowJo scales by now');
  }
}
