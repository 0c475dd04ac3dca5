import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { formatNumber } from '../../../core/show/plot/number-format.ts';
import type { PlotAxis } from '../../../core/statistics/histograms/plot-data.ts';
import { type Translate, useMessages } from '../../messages/language.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { messages } from './messages.ts';
import { type Cursor, placeOf } from './plot-cursor.ts';
import { hasCorners, type Sketch } from './sketch.ts';

export interface PlotVoiceProps {
  /** Where keys are; undefined while they are nowhere in this plot. */
  readonly cursor: Cursor | undefined;
  readonly sketch: Sketch | undefined;
  readonly frame: Frame;
  readonly x: PlotAxis;
  /** None on a plot of one channel. */
  readonly y: PlotAxis | undefined;
}

/** Where keys are in a plot and what they have drawn so far, to be read and heard. */
export function PlotVoice(props: PlotVoiceProps) {
  const t = useMessages(messages);
  const text = spoken(props, t);
  return (
    <>
      {text !== '' && (
        <p className="tile-reading" aria-hidden data-testid="reading">
          {text}
        </p>
      )}
      <Spoken text={text} />
    </>
  );
}

function spoken({ cursor, sketch, frame, x, y }: PlotVoiceProps, t: Translate<keyof typeof messages>): string {
  if (cursor === undefined) return '';
  const wordsAt = (at: Point): string => placeInWords(fromPage(frame, at), x, y);
  const here = wordsAt(placeOf(cursor, frame));
  if (sketch === undefined) return here;
  if (hasCorners(sketch)) return t('cornersSet', { count: sketch.corners.length, place: here });
  return 'from' in sketch ? t('drawnFromTo', { from: wordsAt(sketch.from), place: here }) : here;
}

/** The values of a place, each with the name of its axis: CD3 1,230 · CD56 45.0. */
function placeInWords(at: Point, x: PlotAxis, y: PlotAxis | undefined): string {
  const axes = y === undefined ? [x] : [x, y];
  return axes
    .map(({ channel: { id, transform } }, i) => `${id} ${formatNumber(compileTransform(transform).unscale(at[i] ?? 0))}`)
    .join(' · ');
}
