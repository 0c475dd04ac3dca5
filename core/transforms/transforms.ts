import * as z from 'zod';
import { arcsinh, arcsinhSchema } from './arcsinh.ts';
import { biexponential, biexponentialSchema } from './biexponential.ts';
import { flowjoLinear, flowjoLinearSchema, flowjoLog, flowjoLogSchema } from './flowjo-scales.ts';
import { hyperlog, hyperlogSchema } from './hyperlog.ts';
import { linear, linearSchema } from './linear.ts';
import { log, logSchema } from './log.ts';
import { logicle, logicleSchema } from './logicle.ts';
import type { Scale, TransformKind } from './transform.ts';

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

export const transformKinds: { readonly [Kind in Transform['kind']]: TransformKind<TransformOf<Kind>> } = {
  linear,
  log,
  arcsinh,
  logicle,
  hyperlog,
  biexponential,
  'flowjo-linear': flowjoLinear,
  'flowjo-log': flowjoLog,
};

/** The two functions of a transform. Throws a ZodError where the parameters are outside the transform's domain. */
export function compileTransform<Kind extends Transform['kind']>(transform: TransformOf<Kind> & { readonly kind: Kind }): Scale {
  transformSchema.parse(transform);
  return transformKinds[transform.kind].compile(transform);
}

/** Linear values as they are: position = value. */
export const identity: Transform = { kind: 'linear', T: 1, A: 0 };
