import * as z from 'zod';
import type { Sentence } from './message.ts';

/** One setting as a person fills it in. */
export type FormField = {
  readonly name: string;
  /** From the schema's meta `en` and `ja`; else the name itself. */
  readonly words: Sentence;
  /** It can be left out. */
  readonly isOptional: boolean;
  /** What it is where nothing is said: the schema's default; for an optional group its first example. */
  readonly initial?: unknown;
} & (
  | { readonly kind: 'number'; readonly isWhole: boolean; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly id: string; readonly words: Sentence }[] }
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
);

/** The parts of JSON Schema that settings are made of, with the words of zod's meta. */
interface Described {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: { readonly [name: string]: Described };
  readonly prefixItems?: readonly Described[];
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** Not set by hand. */
  readonly readOnly?: boolean;
  readonly en?: string;
  readonly ja?: string;
  /** Words of each choice. */
  readonly choices?: { readonly [id: string]: Sentence };
}

/** The fields of an object's schema, in its order: no literals, nothing that is not set by hand. Each value is still for the schema to judge. */
export const formFields = (schema: z.ZodType): readonly FormField[] =>
  fieldsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described);

function fieldsOf({ properties = {}, required = [], prefixItems = [] }: Described): readonly FormField[] {
  const named = Object.entries(properties).map(([name, of]) => fieldOf(name, of, !required.includes(name)));
  return [...named, ...prefixItems.map((of, i) => fieldOf(String(i), of, false))].filter((field) => field !== undefined);
}

const numberOf = (of: Described, isWhole: boolean) =>
  ({ kind: 'number', isWhole, min: of.minimum ?? of.exclusiveMinimum, max: of.maximum ?? of.exclusiveMaximum }) as const;

/** By the type's name in JSON Schema. */
const simpleKinds: { readonly [type: string]: (of: Described) => ReturnType<typeof numberOf> | { readonly kind: 'yes-or-no' } } = {
  number: (of) => numberOf(of, false),
  integer: (of) => numberOf(of, true),
  boolean: () => ({ kind: 'yes-or-no' }),
};

function fieldOf(name: string, of: Described, isOptional: boolean): FormField | undefined {
  if (of.const !== undefined || of.readOnly === true) return undefined;
  const { en = name, ja = en, default: initial = of.examples?.[0] } = of;
  const common = { name, words: { en, ja }, isOptional: isOptional && of.default === undefined, initial };
  if (of.enum !== undefined)
    return { ...common, kind: 'choice', choices: of.enum.map((id) => ({ id, words: of.choices?.[id] ?? { en: id, ja: id } })) };
  const simple = simpleKinds[of.type ?? '']?.(of);
  if (simple !== undefined) return { ...common, ...simple };
  const fields = fieldsOf(of);
  return fields.length === 0 ? undefined : { ...common, kind: 'group', fields };
}
