import * as z from 'zod';
import { rule } from '../../base/rule.ts';

/** Gates whose look may be kept. */
const MOST_LOOKS = 5000;

/** How one population of a gate is shown: the gate's id names it through renames and moves. Absent: as the window has it by itself. */
const lookSchema = z.strictObject({
  gate: z.string().min(1).max(200),
  part: z.int().min(0).max(99),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** How far its label stands from where it would by itself, in widths and heights of the plot. */
  label: z.strictObject({ x: z.number().min(-2).max(2), y: z.number().min(-2).max(2) }).optional(),
});
export type GateLook = Readonly<z.infer<typeof lookSchema>>;

export const looksSchema = z
  .array(lookSchema)
  .max(MOST_LOOKS)
  .refine(
    (looks) => new Set(looks.map(({ gate, part }) => `${part} ${gate}`)).size === looks.length,
    rule({ en: 'a population has two looks', ja: '1つの集団に外観が2つあります' }),
  );

/** What a label can say below the name. */
export const labelStatistics = ['percentOfParent', 'percentOfTotal', 'count'] as const;
export type LabelStatistic = (typeof labelStatistics)[number];
export const labelsSchema = z.array(z.enum(labelStatistics)).max(labelStatistics.length);

/** Without a saved choice. */
export const usualLabels: readonly LabelStatistic[] = ['percentOfParent'];

const noLooks: readonly GateLook[] = [];

export const lookOf = (looks: readonly GateLook[] = noLooks, gate: string | undefined, part: number): GateLook | undefined =>
  gate === undefined ? undefined : looks.find((look) => look.gate === gate && look.part === part);

/** With one population shown otherwise; a look that says nothing any more goes. */
export function withLook(
  looks: readonly GateLook[] = noLooks,
  { gate, part }: Pick<GateLook, 'gate' | 'part'>,
  change: { readonly [K in 'colour' | 'label']?: GateLook[K] | undefined },
): readonly GateLook[] {
  const { colour, label } = { ...lookOf(looks, gate, part), ...change };
  const others = looks.filter((look) => look.gate !== gate || look.part !== part);
  if (colour === undefined && label === undefined) return others;
  return [...others, { gate, part, ...(colour === undefined ? {} : { colour }), ...(label === undefined ? {} : { label }) }].slice(
    -MOST_LOOKS,
  );
}
