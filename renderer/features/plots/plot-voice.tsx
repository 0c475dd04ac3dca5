import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { formatCount, formatNumber, formatPercent } from '../../../core/show/plot/number-format.ts';
import type { PlotAxis } from '../../../core/statistics/histograms/plot-data.ts';
import { type Translate, useMessages } from '../../messages/language.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { handlesOf } from './gate-editing.ts';
import { messages } from './messages.ts';
import { type Cursor, placeOf } from './plot-cursor.ts';
import { hasCorners, type Sketch } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';

export interface PlotVoiceProps {
  /** Where keys are; undefined while they are nowhere in this plot. */
  readonly cursor: Cursor | undefined;
  readonly sketch: Sketch | undefined;
  /** Held by keys. */
  readonly chosen: TileGate | undefined;
  /** Of it: what they hold alone. */
  readonly handle: string | undefined;
  readonly selected: string;
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

function spoken(props: PlotVoiceProps, t: Translate<keyof typeof messages>): string {
  const { cursor, sketch, chosen, frame, x, y } = props;
  if (cursor === undefined) return chosen === undefined ? '' : heldInWords(chosen, props, t);
  const wordsAt = (at: Point): string => placeInWords(fromPage(frame, at), x, y);
  const here = wordsAt(placeOf(cursor, frame));
  if (sketch === undefined) return here;
  if (hasCorners(sketch)) return t('cornersSet', { count: sketch.corners.length, place: here });
  return 'from' in sketch ? t('drawnFromTo', { from: wordsAt(sketch.from), place: here }) : here;
}

/** The gate that keys hold: which of its handles and where, what its population counts there. */
function heldInWords(gate: TileGate, { handle, selected, frame, x, y }: PlotVoiceProps, t: Translate<keyof typeof messages>): string {
  const part = gate.populations.findIndex(({ path }) => path === selected);
  const { name = '' } = gate.populations[part] ?? {};
  const { count, percentOfParent, standing = 'exact' } = gate.numbers[part] ?? {};
  const about = standing === 'about' ? t('heldAbout') : '';
  const handles = handlesOf(gate.shown, frame);
  const number = handles.findIndex(({ id }) => id === handle);
  const middle = ([0, 1] as const).map((i) => mean(handles.map(({ at }) => at[i]))) as [number, number];
  const place = placeInWords(handles[number]?.at ?? middle, x, y);
  return [
    number < 0 ? '' : t('handleAt', { number: number + 1, count: handles.length, place }),
    count === undefined || standing === 'awaited'
      ? t('heldCounting', { name })
      : percentOfParent === undefined || gate.isFew
        ? t('heldCount', { name, count: formatCount(count) })
        : t('heldNumbers', { name, count: formatCount(count), percent: formatPercent(percentOfParent) }),
    about,
    number < 0 && handles.length > 0 ? place : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The values of a place, each with the name of its axis: CD3 1,230 · CD56 45.0. */
function placeInWords(at: Point, x: PlotAxis, y: PlotAxis | undefined): string {
  const axes = y === undefined ? [x] : [x, y];
  return axes
    .map(({ channel: { id, transform } }, i) => `${id} ${formatNumber(compileTransform(transform).unscale(at[i] ?? 0))}`)
    .join(' · ');
}
