import type { Paper } from '../../core/show/report/model.ts';
import { type Face, type FontSet, facesOf, type Weight } from './fonts.ts';
import { type GlyphRun, glyphRuns } from './glyph-runs.ts';
import { wrapText } from './line-break.ts';

/** pdfkit's document, as its types call it. */
export type Pdf = PDFKit.PDFDocument;

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly align?: 'left' | 'centre' | 'right';
}

/** What a text is in the structure of a tagged document. */
type TextTag = 'H1' | 'H2' | 'P' | 'TH' | 'TD';

/** Sets text with a font fallback for each glyph, which pdfkit itself does not have. */
export interface Ink {
  readonly pdf: Pdf;
  readonly measure: (text: string, style: TextStyle) => number;
  /** One line; `y` is the baseline, `x` the side that `align` names. Returns its width. */
  readonly write: (text: string, x: number, y: number, style: TextStyle) => number;
  readonly wrap: (text: string, width: number, style: TextStyle) => readonly string[];
  /** A picture with what it shows, for who hears the page; texts inside belong to it. */
  readonly figure: (alternative: string, draw: () => void) => void;
  /** Lines, grounds and page furniture that say nothing. */
  readonly ornament: (draw: () => void) => void;
  /** Texts written inside are of this kind: a heading, a cell of a table. */
  readonly as: (tag: TextTag, draw: () => void) => void;
  /** A new page, on which A4 is laid out: on Letter as much smaller as it takes to be whole. */
  readonly addPage: () => void;
  /** Ends the structure of the document. */
  readonly end: () => void;
  /** The text, or as much of it as fits, with an ellipsis. */
  readonly shorten: (text: string, width: number, style: TextStyle) => string;
}

/** In points. */
const papers = { a4: { width: 595.28, height: 841.89 }, letter: { width: 612, height: 792 } } as const;
const toLetter = papers.letter.height / papers.a4.height;

const shiftedSize = 0.66;
const lift = { none: 0, raised: 0.36, lowered: -0.14 } as const;

export function inkOf(pdf: Pdf, fonts: FontSet, paper: Paper = 'a4'): Ink {
  for (const { name, bytes } of facesOf(fonts)) pdf.registerFont(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const runsOf = (text: string, { weight = 400 }: TextStyle): readonly GlyphRun[] => glyphRuns(text, fonts[weight]);
  const widthOf = (run: GlyphRun, size: number): number => select(pdf, run.face, sizeOf(run, size)).widthOfString(run.text);
  const measure = (text: string, style: TextStyle): number => runsOf(text, style).reduce((sum, run) => sum + widthOf(run, style.size), 0);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let tag: TextTag = 'P';
  let isTagged = true;

  /** What is drawn inside belongs to one element, or to none. */
  function apart(draw: () => void): void {
    const before = isTagged;
    isTagged = false;
    draw();
    isTagged = before;
  }
  function tagged(type: string, options: { readonly alt?: string }, draw: () => void): void {
    const element = pdf.struct(type, options);
    root.add(element);
    element.add(() => apart(draw));
    element.end();
  }
  return {
    pdf,
    figure: (alternative, draw) => (isTagged ? tagged('Figure', { alt: alternative }, draw) : draw()),
    ornament(draw) {
      if (!isTagged) return draw();
      pdf.markContent('Artifact', { type: 'Layout' });
      apart(draw);
      pdf.endMarkedContent();
    },
    as(type, draw) {
      const before = tag;
      tag = type;
      draw();
      tag = before;
    },
    addPage() {
      pdf.addPage();
      if (paper === 'letter') pdf.translate((papers.letter.width - papers.a4.width * toLetter) / 2, 0).scale(toLetter);
    },
    end: () => root.end(),
    measure,
    wrap: (text, width, style) => wrapText(text, width, (part) => measure(part, style)),
    shorten(text, width, style) {
      if (measure(text, style) <= width) return text;
      const characters = [...text.slice(0, 500)];
      while (characters.length > 1 && measure(`${characters.join('')}…`, style) > width) characters.pop();
      return `${characters.join('')}…`;
    },
    write(text, x, y, style) {
      const runs = runsOf(text, style);
      const widths = runs.map((run) => widthOf(run, style.size));
      const total = widths.reduce((sum, width) => sum + width, 0);
      let at = style.align === 'right' ? x - total : style.align === 'centre' ? x - total / 2 : x;
      const draw = () => {
        pdf.fillColor(style.colour ?? palette.ink);
        runs.forEach((run, i) => {
          select(pdf, run.face, sizeOf(run, style.size)).text(run.text, at, y - lift[run.shift] * style.size, {
            lineBreak: false,
            baseline: 'alphabetic',
          });
          at += widths[i]!;
        });
      };
      if (isTagged && text.trim() !== '') tagged(tag, {}, draw);
      else draw();
      return total;
    },
  };
}

const select = (pdf: Pdf, face: Face, size: number): Pdf => pdf.font(face.name).fontSize(size);

const sizeOf = (run: GlyphRun, size: number): number => (run.shift === 'none' ? size : size * shiftedSize);

/** The page's colours: neutral greys and one accent. */
export const palette = {
  ink: '#1b2126',
  muted: '#5f6a73',
  hairline: '#d3d9de',
  accent: '#0f5e73',
  ground: '#f1f3f5',
  white: '#ffffff',
} as const;
