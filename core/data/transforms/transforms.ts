import * as z from 'zod';
import { arcsinh, arcsinhSchema } from './arcsinh/arcsinh.ts';
import { biexponential, biexponentialSchema } from './biexponential/biexponential.ts';
import { flowjoLinear, flowjoLinearSchema, flowjoLog, flowjoLogSchema } from './flowjo-axes/flowjo-scales.ts';
import { hyperlog, hyperlogSchema } from './hyperlog/hyperlog.ts';
import type { Scale, TransformKind } from './kind/transform.ts';
import { linear, linearSchema } from './linear/linear.ts';
import { log, logSchema } from './log/log.ts';
import { logicle, logicleSchema } from './logicle/logicle.ts';

/** Every transform there is. To add one: its file, one line here, one line below; the compiler asks for both. */
export const transformSchema = z.discriminatedUnion('kind', [
  linearSchema,
  logSchema,
  arcsinhSchema,
  logicleSchema,
  hyperlogSchema,
  biexponentialSchema,
  flowjoLinearSchema,
  flowjoLogSchema,
]);
export type Transform = z.infer<typeof transformSchema>;
type TransformOf<Kind extends Transform['kind']> = Extract<Transform, { kind: Kind }>;

const transformKinds: { readonly [Kind in Transform['kind']]: TransformKind<TransformOf<Kind>> } = {
  linear,
  log,
  arcsinh,
  logicle,
  hyperlog,
  biexponential,
  'flowjo-linear': flowjoLinear,
  'flowjo-log': flowjoLog,
};

const compiled = new Map<string, Scale>();
const MOST_COMPILED = 256;

/**
 * The two functions of a transform; the same ones for the same parameters, since tables are made while they are used.
 * Throws a ZodError where the parameters are outside the transform's domain.
 */
export function compileTransform<Kind extends Transform['kind']>(transform: TransformOf<Kind> & { readonly kind: Kind }): Scale {
  const key = JSON.stringify(transform);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  transformSchema.parse(transform);
  const scale = transformKinds[transform.kind].compile(transform);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, scale);
  return scale;
}

/** Linear values as they are: position = value. */
export const identity: Transform = { kind: 'linear', T: 1, A: 0 };
