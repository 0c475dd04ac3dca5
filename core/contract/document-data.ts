import * as z from 'zod';
import type { Block, SectionedDocument } from '../show/document/sectioned.ts';
import { documentWidth } from '../show/document/sectioned.ts';
import type { Drawing } from '../show/plot/drawing.ts';
import { type Printing, pageFooter } from '../show/report/page-footer.ts';
import { drawingSchema } from './drawn-pages.ts';

/* A document of sections as it crosses the bridge: figures are drawn, and what stands under its pages is the program's to say. */

type DataBlock =
  | Exclude<Block, { readonly kind: 'figure' }>
  | { readonly kind: 'figure'; readonly title: string; readonly height: number; readonly drawing: Drawing };

const text = z.string().max(100_000);
const tableSchema = z.strictObject({
  heading: text,
  columns: z.array(z.strictObject({ title: text, align: z.enum(['left', 'right']), weight: z.number().positive() })).max(100),
  rows: z
    .array(
      z.strictObject({
        cells: z
          .array(
            z.strictObject({
              text,
              depth: z.int().min(0).optional(),
              light: z.enum(['green', 'amber', 'red']).optional(),
              quiet: z.boolean().optional(),
              swatch: z
                .string()
                .regex(/^#[0-9a-f]{6}$/i)
                .optional(),
            }),
          )
          .max(100),
      }),
    )
    .max(100_000),
  note: text.optional(),
});
const factsSchema = z.strictObject({ heading: text, facts: z.array(z.strictObject({ label: text, value: text })).max(10_000) });
const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['heading', 'lead', 'text', 'note']), text }),
  z.strictObject({ kind: z.literal('facts'), facts: factsSchema }),
  z.strictObject({ kind: z.literal('table'), table: tableSchema }),
  z.strictObject({ kind: z.literal('figure'), title: text, height: z.number().min(1).max(700), drawing: drawingSchema }),
]);

export const documentDataSchema = z.strictObject({
  title: text,
  subtitle: text,
  header: text,
  digest: text,
  blocks: z.array(z.custom<DataBlock>((value) => blockSchema.safeParse(value).success)).max(10_000),
});
export type DocumentData = z.infer<typeof documentDataSchema>;

/** For the bridge, with its figures as they are drawn on paper. */
export const documentData = ({ title, subtitle, header, digest, blocks }: SectionedDocument): DocumentData => ({
  ...{ title, subtitle, header, digest },
  blocks: blocks.map((block) =>
    block.kind === 'figure' ? { kind: 'figure', title: block.title, height: block.height, drawing: block.draw(documentWidth) } : block,
  ),
});

/** The document again, as it is printed. */
export const documentOf = ({ blocks, ...heads }: DocumentData, printing: Printing): SectionedDocument => ({
  ...heads,
  language: printing.language,
  generatedAt: printing.generatedAt,
  footer: pageFooter(printing),
  blocks: blocks.map((block) => {
    if (block.kind !== 'figure') return block;
    const { drawing, ...figure } = block;
    return { ...figure, draw: () => drawing };
  }),
});
