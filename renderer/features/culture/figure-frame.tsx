import { type ReactNode, useRef } from 'react';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { svgText } from '../../ui/charts/svg-text.ts';
import { messages } from './messages.ts';

export interface FigureFrameProps {
  readonly title: string;
  readonly note: string;
  readonly width: number;
  readonly height: number;
  readonly onSave: (svg: string) => void;
  readonly children: ReactNode;
  readonly testId: string;
  /** Numbers of what is drawn. */
  readonly data?: { readonly events: number };
}

/** A figure that can leave the window as vectors. */
export function FigureFrame({ title, note, width, height, onSave, children, testId, data }: FigureFrameProps) {
  const t = useMessages(messages);
  const svg = useRef<SVGSVGElement>(null);
  return (
    <figure className="page-section culture-figure" data-testid={testId} data-events={data?.events}>
      <div className="culture-figure-head">
        <h3>{title}</h3>
        <Button
          kind="plain"
          icon="save"
          name={`${t('saveFigure')}: ${title}`}
          onClick={() => svg.current && onSave(svgText(svg.current))}
          testId={`${testId}-save`}
        >
          {t('saveFigure')}
        </Button>
      </div>
      <p className="page-note">{note}</p>
      <svg ref={svg} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={title}>
        {children}
      </svg>
    </figure>
  );
}
