import './document-view.css';
import { useMemo, useRef } from 'react';
import type { Block } from '../../../core/show/document/sectioned.ts';
import type { Fact, TableSection } from '../../../core/show/report/model.ts';
import { DrawingSvg } from '../charts/drawing-svg.tsx';
import { classes } from '../classes.ts';
import { LightShape } from '../light.tsx';
import { plotThemes, type ThemeName } from '../theme.ts';
import { useWidth } from '../use-width.ts';

export interface DocumentViewProps {
  readonly blocks: readonly Block[];
  readonly theme: ThemeName;
  readonly testId?: string;
}

/** Blocks of a document as they are printed, in the window: the same words and numbers on the screen and on paper. */
export function DocumentView({ blocks, theme, testId }: DocumentViewProps) {
  return (
    <div className="document" data-testid={testId}>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document have no other name than their place
        <OneBlock key={i} block={block} theme={theme} />
      ))}
    </div>
  );
}

function OneBlock({ block, theme }: { readonly block: Block; readonly theme: ThemeName }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'lead':
      return <p className="document-lead selectable">{block.text}</p>;
    case 'text':
      return <p className="document-text selectable">{block.text}</p>;
    case 'note':
      return <p className="document-note">{block.text}</p>;
    case 'facts':
      return (
        <section>
          <h3>{block.facts.heading}</h3>
          <FactList facts={block.facts.facts} />
        </section>
      );
    case 'table':
      return <DocumentTable table={block.table} />;
    case 'figure':
      return <Figure figure={block} theme={theme} />;
  }
}

function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="document-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="selectable">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function DocumentTable({ table: { heading, columns, rows, note } }: { readonly table: TableSection }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <div className="document-scroll">
        <table className="document-table">
          <thead>
            <tr>
              {columns.map(({ title, align }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one title
                <th key={i} scope="col" className={classes(align === 'right' && 'is-number')}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name
              <tr key={i}>
                {cells.map(({ text, light, quiet, depth }, at) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name
                    key={at}
                    className={classes('selectable', columns[at]?.align === 'right' && 'is-number', quiet === true && 'quiet')}
                    style={depth === undefined ? undefined : { paddingLeft: `${depth}em` }}
                    title={at === 0 ? text : undefined}
                  >
                    {light && <LightShape light={light} outlined />} {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note !== undefined && <p className="document-note">{note}</p>}
    </section>
  );
}

/** No wider than it is legible: a figure is drawn for the width of a page. */
const widest = 900;

function Figure({ figure, theme }: { readonly figure: Extract<Block, { readonly kind: 'figure' }>; readonly theme: ThemeName }) {
  const room = useRef<HTMLDivElement>(null);
  const width = Math.min(widest, useWidth(room));
  const drawing = useMemo(() => (width === 0 ? [] : figure.draw(width / SCALE, plotThemes[theme])), [figure, width, theme]);
  return (
    <div ref={room}>
      <svg width={width} height={figure.height * SCALE} role="img" aria-label={figure.title} className="document-figure">
        <g transform={`scale(${SCALE})`}>
          <DrawingSvg drawing={drawing} />
        </g>
      </svg>
    </div>
  );
}

/** Points of paper are small on a screen. */
const SCALE = 1.4;
