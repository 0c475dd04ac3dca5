import { kindUnion } from '../../base/kind-union.ts';
import { arcsinh } from './arcsinh/arcsinh.ts';
import { biexponential } from './biexponential/biexponential.ts';
import { flowjoLinear } from './flowjo-linear/flowjo-linear.ts';
import { flowjoLog } from './flowjo-log/flowjo-log.ts';
import { hyperlog } from './hyperlog/hyperlog.ts';
import type { Scale, TransformKind } from './kind/transform.ts';
import { linear, linearScale } from './linear/linear.ts';
import { log } from './log/log.ts';
import { logicle } from './logicle/logicle.ts';
import { storedLog } from './stored-log/stored-log.ts';

/** Every transform there is. To add one: its folder, and a line for its record above and below. */
const records = {
  linear,
  log,
  arcsinh,
  logicle,
  hyperlog,
  biexponential,
  'flowjo-linear': flowjoLinear,
  'flowjo-log': flowjoLog,
  'stored-log': storedLog,
};

type TransformOf<Kind extends keyof typeof records> = (typeof records)[Kind] extends TransformKind<infer P> ? P : never;
export type Transform = { [Kind in keyof typeof records]: TransformOf<Kind> }[keyof typeof records];

/** The compiler holds each record to the name that its transforms carry. */
export const transformKinds: { readonly [Kind in Transform['kind']]: TransformKind<Extract<Transform, { kind: Kind }>> } = records;

export const transformSchema = kindUnion<Transform>(transformKinds);

/** The record of a transform's kind. */
export const kindOfTransform = ({ kind }: Pick<Transform, 'kind'>): TransformKind<Transform> =>
  transformKinds[kind] as unknown as TransformKind<Transform>;

const compiled = new Map<string, Scale>();
const MOST_COMPILED = 256;

/**
 * The two functions of a transform; the same ones for the same parameters, since tables are made while they are used.
 * Throws a ZodError where the parameters are outside the transform's domain.
 */
export function compileTransform(transform: Transform): Scale {
  const key = JSON.stringify(transform);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  transformSchema.parse(transform);
  const scale = kindOfTransform(transform).compile(transform);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, scale);
  return scale;
}

/** The scale on which samples stand side by side: the pictures of one instrument share their axes whichever samples are there. */
export const sideBySide = (own: Transform): Transform => kindOfTransform(own).sideBySide?.(own) ?? own;

/** Linear values as they are: position = value. */
export const identity: Transform = linearScale(1);
