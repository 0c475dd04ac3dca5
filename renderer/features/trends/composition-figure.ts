import type { Composition, CompositionPart } from '../../../core/biology/features/composition.ts';
import { roleColours } from '../../../core/show/plot/colour.ts';
import { formatCount, formatPercent, formatRange } from '../../../core/show/plot/number-format.ts';
import type { Theme } from '../../../core/show/plot/theme.ts';
import type { ThemeName } from '../../ui/theme.ts';
import type { MessageKey, T } from './messages.ts';

export interface ChartSample {
  readonly id: string;
  /** What stands below its bar. */
  readonly name: string;
  readonly composition: Composition | undefined;
}

/** From the axis outwards; what an NK culture is judged by stands on the common base line. */
export const partOrder = ['nk', 'nkt-like', 't', 'double-negative'] as const satisfies readonly CompositionPart['role'][];

export const roleLabels = {
  nk: 'roleNk',
  'nkt-like': 'roleNkt',
  t: 'roleT',
  'double-negative': 'roleDn',
} as const satisfies { readonly [R in CompositionPart['role']]: MessageKey };

const longest = 16;
const rowHeight = 18;

/** How high the bars need to stand for every name to be read, px. */
export const barsHeight = (samples: number): number => samples * rowHeight + 32;

/** Stacked bars of the four parts, one bar a sample, for plotly: its traces and layout. Samples without a composition are left out. */
export function compositionFigure(samples: readonly ChartSample[], selected: string | undefined, theme: Theme, t: T, fontFamily: string) {
  const measured = samples.flatMap(({ composition, ...sample }) => (composition ? [{ ...sample, composition }] : []));
  const places = measured.map((_, i) => i);
  const at = measured.findIndex(({ id }) => id === selected);
  const data = partOrder.map((role) => {
    const parts = measured.map(({ composition }) => composition.parts.find((part) => part.role === role));
    return {
      type: 'bar',
      orientation: 'h',
      name: t(roleLabels[role]),
      x: parts.map((part) => part?.percent ?? null),
      y: places,
      customdata: parts.map((part, i) => hoverOf(measured[i]?.name ?? '', t(roleLabels[role]), part)),
      hovertemplate: '%{customdata}<extra></extra>',
      marker: { color: roleColours[role], line: { color: theme.background, width: 1 } },
    };
  });
  const layout = {
    barmode: 'stack',
    bargap: 0.25,
    margin: { l: 8, r: 16, t: 4, b: 24 },
    paper_bgcolor: theme.background,
    plot_bgcolor: theme.background,
    font: { family: fontFamily, size: 12, color: theme.muted },
    showlegend: false,
    hoverlabel: {
      bgcolor: theme.background,
      bordercolor: theme.hairline,
      align: 'left',
      font: { family: fontFamily, color: theme.ink, size: 12 },
    },
    xaxis: {
      range: [0, 100],
      tickvals: [0, 25, 50, 75, 100],
      fixedrange: true,
      gridcolor: theme.hairline,
      zeroline: false,
      color: theme.muted,
    },
    yaxis: {
      tickvals: places,
      ticktext: measured.map(({ name }, i) => (i === at ? `<b>${shortName(name)}</b>` : shortName(name))),
      autorange: 'reversed',
      ticklabelstandoff: 4,
      fixedrange: true,
      automargin: true,
      color: theme.ink,
    },
  };
  return { data, layout, ids: measured.map(({ id }) => id) };
}

const hoverOf = (name: string, role: string, part: CompositionPart | undefined): string =>
  part === undefined
    ? escaped(name)
    : `${escaped(name)}<br>${role} ${formatPercent(part.percent)}% (${formatRange(part.interval.low, part.interval.high)})<br>n ${formatCount(part.count)}`;

/** Names differ at their ends: the middle gives way. */
function shortName(name: string): string {
  const letters = [...name.replace(/\.fcs$/i, '')];
  return escaped(
    letters.length <= longest ? letters.join('') : `${letters.slice(0, 4).join('')}…${letters.slice(-(longest - 5)).join('')}`,
  );
}

/** Plotly reads a little HTML in its texts; a file's name is text. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface CompositionChartProps {
  readonly samples: readonly ChartSample[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly theme: ThemeName;
}
