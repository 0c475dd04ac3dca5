import './course.css';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { DateStyle } from '../../../core/base/written-date.ts';
import { moments, readCursor } from '../../../core/show/course/cursor.ts';
import { axisLeft, axisRight, courseHeight, drawCourse } from '../../../core/show/course/draw-course.ts';
import type { CoursePart } from '../../../core/show/course/parts.ts';
import type { Span } from '../../../core/show/course/time-axis.ts';
import { panned, withDay, zoomed } from '../../../core/show/course/zoom.ts';
import type { PatientCourse } from '../../../core/study/course/patient-course.ts';
import { useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DrawingCanvas } from '../../ui/charts/drawing-canvas.tsx';
import { isComposing } from '../../ui/keys.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { plotThemes } from '../../ui/theme.ts';
import { useWidth } from '../../ui/use-width.ts';
import { messages } from './messages.ts';

export interface CoursePictureProps {
  readonly course: PatientCourse;
  readonly parts: readonly CoursePart[];
  readonly dates: DateStyle;
  readonly whole: Span;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly cursor: number;
  readonly onCursor: (day: number) => void;
}

/** Points of paper are small on a screen. */
const SCALE = 1.3;
const widest = 1400;

/** The picture with its cursor: wheel and keys show more or less of the time, arrows go from one measurement to the next. */
export function CoursePicture({ course, parts, dates, whole, span, onSpan, cursor, onCursor }: CoursePictureProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const room = useRef<HTMLDivElement>(null);
  const width = Math.min(widest, useWidth(room)) / SCALE;
  const height = courseHeight(course, parts);
  const drawing = useMemo(
    () => (width <= axisLeft + axisRight ? [] : drawCourse(course, { width, language, theme: plotThemes[theme], span, parts, dates })),
    [course, width, language, theme, span, parts, dates],
  );
  const stops = useMemo(() => moments(course, parts), [course, parts]);
  const given = useMemo(() => course.doses.map(({ day }) => day), [course]);
  const read = useMemo(() => readCursor(course, cursor, { language, dates, parts }), [course, cursor, language, dates, parts]);
  const inner = width - axisLeft - axisRight;
  const x = axisLeft + ((cursor - span.from) / (span.to - span.from)) * inner;
  const dayAt = (clientX: number): number => {
    const left = room.current?.getBoundingClientRect().left ?? 0;
    return span.from + (((clientX - left) / SCALE - axisLeft) / inner) * (span.to - span.from);
  };
  const goTo = (day: number | undefined) => {
    if (day === undefined) return;
    onCursor(day);
    onSpan(withDay(span, day, whole));
  };
  // the page scrolls by the wheel until the picture has the focus
  const turn = useRef((_: WheelEvent): void => undefined);
  turn.current = (event) => {
    const hasFocus = room.current !== null && room.current === document.activeElement;
    if (!(hasFocus || event.ctrlKey)) return;
    event.preventDefault();
    if (event.shiftKey) onSpan(panned(span, Math.sign(event.deltaY || event.deltaX) * 0.1, whole));
    else onSpan(zoomed(span, dayAt(event.clientX), event.deltaY > 0 ? 1.25 : 0.8, whole));
  };
  useEffect(() => {
    const element = room.current;
    const listen = (event: WheelEvent) => turn.current(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const center = cursor >= span.from && cursor <= span.to ? cursor : (span.from + span.to) / 2;
    const act: { readonly [key: string]: () => void } = {
      ArrowRight: () => (event.shiftKey ? onSpan(panned(span, 0.25, whole)) : goTo(stops.find((day) => day > cursor + 1e-9))),
      ArrowLeft: () => (event.shiftKey ? onSpan(panned(span, -0.25, whole)) : goTo(stops.findLast((day) => day < cursor - 1e-9))),
      PageDown: () => goTo(given.find((day) => day > cursor + 1e-9)),
      PageUp: () => goTo(given.findLast((day) => day < cursor - 1e-9)),
      Home: () => goTo(stops[0]),
      End: () => goTo(stops.at(-1)),
      '+': () => onSpan(zoomed(span, center, 0.5, whole)),
      ';': () => onSpan(zoomed(span, center, 0.5, whole)),
      '-': () => onSpan(zoomed(span, center, 2, whole)),
      '0': () => onSpan(whole),
    };
    const chosen = act[event.key];
    if (chosen === undefined) return;
    event.preventDefault();
    chosen();
  };
  const said = [read.when, read.dose ?? '', ...(read.dose === undefined ? read.rows.map(({ title, value }) => `${title}: ${value}`) : [])];
  return (
    <div className="course-picture">
      <div
        ref={room}
        className="course-stage"
        role="application"
        aria-label={t('courseStage')}
        aria-describedby="course-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move its cursor, as the description says
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => event.buttons === 1 && onCursor(nearest(stops, dayAt(event.clientX)))}
        onPointerDown={(event) => onCursor(nearest(stops, dayAt(event.clientX)))}
        data-testid="course-stage"
        data-from={span.from}
        data-to={span.to}
        data-parts={parts.map(({ title }) => title).join(' | ')}
      >
        <DrawingCanvas drawing={drawing} width={width} height={height} scale={SCALE} />
        {x >= axisLeft && x <= width - axisRight && (
          <div className="course-cursor" style={{ left: x * SCALE, height: (height - 34) * SCALE }} />
        )}
      </div>
      <p id="course-keys" className="document-note">
        {t('courseKeys')}
      </p>
      <div className="course-read selectable" data-testid="course-read">
        <strong>{read.when}</strong>
        {read.dose !== undefined && <p>{read.dose}</p>}
        <dl>
          {read.rows.map(({ id, title, value, when }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                {value} <span className="quiet">{when}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Spoken text={said.filter((part) => part !== '').join('. ')} />
    </div>
  );
}

const nearest = (stops: readonly number[], day: number): number =>
  stops.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best), stops[0] ?? day);
