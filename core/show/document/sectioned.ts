import type { Drawing } from '../plot/drawing.ts';
import type { Theme } from '../plot/theme.ts';
import type { Facts, PageModel, TableSection } from '../report/model.ts';

/** Between the margins of a page, in points. */
export const documentWidth = 515.28;

/** A part of a document, from top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'table'; readonly table: TableSection }
  | {
      readonly kind: 'figure';
      /** What it shows, also for who cannot see it. */
      readonly title: string;
      readonly height: number;
      /** In points, for a width; in the colours of paper where no theme is given. */
      readonly draw: (width: number, theme?: Theme) => Drawing;
    };

/** A document that needs no layout of its own: headings, sentences, tables and figures on pages. */
export interface SectionedDocument extends PageModel {
  /** ISO 8601, handed in. */
  readonly generatedAt: string | undefined;
  /** What it is about, in hex. */
  readonly digest: string;
  readonly blocks: readonly Block[];
}
