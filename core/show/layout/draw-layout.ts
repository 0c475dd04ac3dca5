import type { Language } from '../../base/message.ts';
import type { Layout, LayoutItem } from '../../study/arrangement/layout.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { type RampName, roleColours } from '../plot/colour.ts';
import { type Box, type Drawing, moved, rectangleArea, type TextShape } from '../plot/drawing.ts';
import { wrapped } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { compositionRoles } from '../report/composition-roles.ts';
import { drawTable } from './draw-table.ts';
import type { LayoutPage } from './layout-pages.ts';
import { filledText } from './layout-text.ts';
import { type Translate, translator } from './messages.ts';
import { statisticsTable } from './statistics-table.ts';

/** A sample on a page, with its plots drawn by who has its events: undefined where it has no such population or channel. */
export interface LayoutSample {
  readonly id: string;
  readonly metadata: SampleAnalysis['sample']['metadata'];
  readonly analysis: Pick<SampleAnalysis, 'sample' | 'populations'>;
  readonly plots: ReadonlyMap<LayoutItem['id'], (size: { readonly width: number; readonly height: number }) => Drawing>;
  readonly minimumEvents: number;
}

export interface LayoutLook {
  readonly language: Language;
  readonly theme?: Theme;
  readonly ramp?: RampName;
  readonly page: number;
  readonly pages: number;
}

/** Papers in points, upright. */
const papers = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const margin = 36;
const gap = 10;

export function paperOf({ paper, landscape }: Pick<Layout, 'paper' | 'landscape'>): { readonly width: number; readonly height: number } {
  const [short, long] = papers[paper];
  return landscape ? { width: long, height: short } : { width: short, height: long };
}

/** Where an item stands on its page. */
export function boxOfItem(layout: Layout, { at }: Pick<LayoutItem, 'at'>): Box {
  const { width, height } = paperOf(layout);
  const [across, down] = [(width - 2 * margin + gap) / layout.columns, (height - 2 * margin + gap) / layout.rows];
  return {
    x: margin + at.column * across,
    y: margin + at.row * down,
    width: at.columns * across - gap,
    height: at.rows * down - gap,
  };
}

/** One page. Nothing that an item cannot show is left out unsaid. */
export function drawLayoutPage(layout: Layout, page: LayoutPage<LayoutSample>, look: LayoutLook): Drawing {
  return layout.items.flatMap((item) => drawItem(item, boxOfItem(layout, item), page, look));
}

function drawItem(item: LayoutItem, box: Box, page: LayoutPage<LayoutSample>, look: LayoutLook): Drawing {
  const { theme = themes.light } = look;
  const t = translator(look.language);
  const sample = page.samples[item.sample];
  if (item.kind === 'text') return drawText(filledText(item.text, fieldsOf(sample, page, look)), item.size, box, theme);
  if (item.kind === 'legend') return drawLegend(box, theme, sample, t);
  if (sample === undefined) return drawMissing(t('noSuchSample', { number: item.sample + 1 }), box, theme);
  if (item.kind === 'statistics')
    return drawTable(statisticsTable(item, sample.analysis.populations, sample.minimumEvents, t), {
      box,
      theme,
      more: (rows, columns) =>
        [...(rows > 0 ? [t('moreRows', { rows })] : []), ...(columns > 0 ? [t('moreColumns', { columns })] : [])].join(' · '),
    });
  const draw = sample.plots.get(item.id);
  if (draw !== undefined) return moved(draw(box), box.x, box.y);
  const { population, x, y } = item.plot;
  const values = { sample: sample.analysis.sample.file, population: population === '' ? t('allEvents') : population, x, y };
  return drawMissing(t('noSuchPlot', values), box, theme);
}

function fieldsOf(sample: LayoutSample | undefined, { value }: LayoutPage<LayoutSample>, { page, pages }: LayoutLook) {
  if (sample === undefined) return undefined;
  const { file, eventCount } = sample.analysis.sample;
  return { file, metadata: sample.metadata, events: eventCount, value, page, pages };
}

const lineOf = (x: number, y: number, text: string, size: number, colour: string, weight: 400 | 600 = 400): TextShape => ({
  kind: 'text',
  x,
  y,
  runs: [{ text }],
  size,
  anchor: 'start',
  weight,
  colour,
});

/** Lines as they are written, broken where the box ends. */
function drawText(text: string, size: number, box: Box, theme: Theme): Drawing {
  const leading = size * 1.45;
  const room = Math.max(1, Math.floor(box.height / leading));
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [''] : wrapped(line, size, box.width, room)));
  return lines.slice(0, room).map((line, i) => lineOf(box.x, box.y + size + i * leading, line, size, theme.ink, size >= 13 ? 600 : 400));
}

function drawMissing(text: string, box: Box, theme: Theme): Drawing {
  const size = 8;
  const lines = wrapped(text, size, box.width - 2 * size, 4);
  return [
    rectangleArea(box, { stroke: theme.hairline, width: 0.6, dash: [3, 3] }),
    ...lines.map((line, i) => lineOf(box.x + size, box.y + size * (2 + 1.5 * i), line, size, theme.muted)),
  ];
}

/** The colours of the populations whose role the page's sample has. */
function drawLegend(box: Box, theme: Theme, sample: LayoutSample | undefined, t: Translate): Drawing {
  const size = 8;
  const parts = compositionRoles.flatMap((role) => {
    const population = sample?.analysis.populations.find((one) => one.role === role);
    return population === undefined ? [] : [{ name: population.name, colour: roleColours[role] }];
  });
  const entries = parts.length > 0 ? parts : [{ name: t('allEvents'), colour: theme.muted }];
  return entries.flatMap(({ name, colour }, i) => {
    const y = box.y + size * (1 + 1.7 * i);
    return [
      rectangleArea({ x: box.x, y: y - size * 0.8, width: size, height: size * 0.9 }, { fill: colour }),
      lineOf(box.x + size * 1.6, y, name, size, theme.ink),
    ];
  });
}
