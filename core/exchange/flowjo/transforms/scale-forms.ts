import type { Transform } from '../../../data/transforms/transforms.ts';
import { element, type XmlElement } from '../../xml/tree.ts';
import { arcsinhForm, arcsinhReader } from './arcsinh.ts';
import { biexponentialForm, biexponentialReader } from './biexponential.ts';
import { flowjoLinearForm, flowjoLinearReader } from './flowjo-linear.ts';
import { flowjoLogForm, flowjoLogReader } from './flowjo-log.ts';
import type { ScaleForm, ScaleReader } from './form.ts';
import { hyperlogForm, hyperlogReader } from './hyperlog.ts';
import { linearForm } from './linear.ts';
import { logForm } from './log.ts';
import { logicleForm, logicleReader } from './logicle.ts';
import { storedLogForm } from './stored-log.ts';

/** How each scale is put into a workspace. */
const forms: { readonly [Kind in Transform['kind']]: ScaleForm<Extract<Transform, { kind: Kind }>> } = {
  linear: linearForm,
  log: logForm,
  arcsinh: arcsinhForm,
  logicle: logicleForm,
  hyperlog: hyperlogForm,
  biexponential: biexponentialForm,
  'flowjo-linear': flowjoLinearForm,
  'flowjo-log': flowjoLogForm,
  'stored-log': storedLogForm,
};

/** The scale elements of FlowJo. */
const readers: { readonly [local: string]: ScaleReader } = {
  linear: flowjoLinearReader,
  log: flowjoLogReader,
  biex: biexponentialReader,
  fasinh: arcsinhReader,
  logicle: logicleReader,
  hyperlog: hyperlogReader,
};

export const readerOf = (local: string): ScaleReader | undefined => (Object.hasOwn(readers, local) ? readers[local] : undefined);

const formOf = ({ kind }: Transform): ScaleForm<Transform> => forms[kind] as ScaleForm<Transform>;

/** The scale as FlowJo has it, if it has it: the same positions under FlowJo's own parameters. */
export function flowjoScale(transform: Transform): Transform {
  const form = formOf(transform);
  return 'as' in form ? form.as(transform) : transform;
}

/** The scale on which FlowJo is to show what is drawn on this one: the same where all versions read it rightly, else the nearest. */
export function shownInFlowjo(transform: Transform): Transform {
  const form = formOf(transform);
  return 'like' in form ? form.like(transform) : flowjoScale(transform);
}

/** A parameter's scale for FlowJo. `step`: seconds of one step of time. */
export function writeTransform(parameter: string, transform: Transform, step = 1): XmlElement {
  const form = formOf(transform);
  if (!('write' in form)) return writeTransform(parameter, shownInFlowjo(transform), step);
  return form.write(transform, element('data-type:parameter', { 'data-type:name': parameter }), step);
}
