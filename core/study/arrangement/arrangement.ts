import * as z from 'zod';
import { rule } from '../../base/rule.ts';
import { type Layout, layoutSchema } from './layout.ts';
import { type GateLook, type LabelStatistic, labelsSchema, looksSchema } from './looks.ts';
import { type Plot, plotSchema } from './plot.ts';
import { type SessionPreferences, sessionPreferencesSchema } from './session-preferences.ts';
import { type StatisticsChoice, statisticsChoiceSchema } from './statistics-choice.ts';

/** Plots that an arrangement may hold. */
export const MOST_PLOTS = 200;

export const plotsSchema = z
  .array(plotSchema)
  .max(MOST_PLOTS)
  .refine(
    (plots) => new Set(plots.map(({ id }) => id)).size === plots.length,
    rule({ en: 'two plots have the same id', ja: '同じIDのプロットが2つあります' }),
  );

/** A panel beside the plots: its width in CSS pixels when it is open, and whether it is folded away. */
const sideSchema = z.strictObject({ width: z.number().min(100).max(2000).optional(), folded: z.literal(true).optional() });

const panelsSchema = z.strictObject({
  left: sideSchema.optional(),
  right: sideSchema.optional(),
  /** Share of the left side that the samples take above the populations, percent. */
  samples: z.number().min(5).max(95).optional(),
});
export type Panels = Readonly<z.infer<typeof panelsSchema>>;

const layoutsSchema = z
  .array(layoutSchema)
  .max(50)
  .refine(
    (layouts) => new Set(layouts.map(({ name }) => name)).size === layouts.length,
    rule({ en: 'two layouts have the same name', ja: '同じ名前のレイアウトが2つあります' }),
  );

/** How a person has arranged the window. What is absent is as the window has it by itself. */
export const arrangementSchema = z.strictObject({
  /** In the order in which they stand; absent: those of the protocol, else one a gate of its strategy. */
  plots: plotsSchema.optional(),
  /** The id of the plot that has the whole grid for itself for now. */
  maximised: plotSchema.shape.id.optional(),
  panels: panelsSchema.optional(),
  /** Pages of figures, in the order in which they were made. */
  layouts: layoutsSchema.optional(),
  /** Of the table of samples. */
  statistics: statisticsChoiceSchema.optional(),
  /** Colours and labels of gates. */
  looks: looksSchema.optional(),
  /** What labels say below the name, in this order. */
  labels: labelsSchema.optional(),
  /** What stands above the preferences of the person and of the computer. */
  preferences: sessionPreferencesSchema.optional(),
});
export interface Arrangement {
  readonly plots?: readonly Plot[] | undefined;
  readonly maximised?: string | undefined;
  readonly panels?: Panels | undefined;
  readonly layouts?: readonly Layout[] | undefined;
  readonly statistics?: StatisticsChoice | undefined;
  readonly looks?: readonly GateLook[] | undefined;
  readonly labels?: readonly LabelStatistic[] | undefined;
  readonly preferences?: SessionPreferences | undefined;
}
