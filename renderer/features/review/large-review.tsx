import { type KeyboardEvent, useEffect, useRef } from 'react';
import { commandOfListKey } from '../../../core/contract/commands.ts';
import type { Bound } from '../../../core/gating/gates/kind/editing.ts';
import { axisTitle } from '../../../core/show/plot/axis.ts';
import type { ShadeColours } from '../../../core/show/plot/density.ts';
import { formatCount, percentText } from '../../../core/show/plot/number-format.ts';
import type { ReviewableGate } from '../../../core/study/review/gate-facts.ts';
import { reasonText } from '../../../core/study/review/reason-text.ts';
import { runCommand } from '../../commands/run-command.ts';
import { useApp } from '../../context/use-app.ts';
import { type Translate, useLanguage, useMessages } from '../../messages/language.ts';
import type { ReviewItem } from '../../store/review-items.ts';
import type { ReviewLook } from '../../store/review-state.ts';
import { setReview } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Axis } from '../../ui/charts/axis.tsx';
import { frameOfTile } from '../../ui/charts/tile-frame.ts';
import { isComposing } from '../../ui/keys.ts';
import { Light } from '../../ui/light.tsx';
import { Select } from '../../ui/select.tsx';
import { shownTime } from '../../ui/shown-time.ts';
import { isSettled, movableBounds, moveGate, step } from './actions.ts';
import { DoubtedLabel } from './doubted-label.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { keep } from './guided.ts';
import { type MessageKey, messages } from './messages.ts';
import { ThumbnailPicture } from './thumbnail-picture.tsx';

export interface LargeReviewProps {
  readonly item: ReviewItem;
  /** All, to show beside it what it looks like. */
  readonly items: readonly ReviewItem[];
  /** In the order of the strategy. */
  readonly gates: readonly ReviewableGate[];
  readonly look: ReviewLook;
  readonly colours: ShadeColours;
}

const size = { width: 480, height: 460 } as const;
/** A bin of a plot; with Shift ten of them. */
const STEP = 1 / 256;

/** One sample large: arrows move its gate or one of its bounds, other keys judge it. */
export function LargeReview({ item, items, gates, look, colours }: LargeReviewProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const room = useRef<HTMLElement>(null);
  const draft = look.draft?.id === item.id ? look.draft.gate : undefined;
  const gate = draft ?? item.facts?.placed.gate;
  useEffect(() => {
    if (look.asking === undefined) room.current?.focus();
  }, [look.asking]);
  const close = () => isSettled(app) && setReview(app.store, { isLarge: false, bound: undefined });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, select')) return;
    const by = event.shiftKey ? 10 * STEP : STEP;
    const move = arrows[event.key];
    const command = commandOfListKey('review', event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (move !== undefined) moveGate(app, [move[0] * by, move[1] * by]);
    else if (event.key === 'PageDown') step(app, 1);
    else if (event.key === 'PageUp') step(app, -1);
    else if (event.key === 'Escape' && draft !== undefined) setReview(app.store, { draft: undefined });
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === room.current) draft === undefined ? close() : keep(app);
    else if (command !== undefined && event.key !== 'Enter') runCommand(app, command);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { facts, apart, light, judged } = item;
  return (
    <section
      ref={room}
      className="review-large"
      aria-label={item.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it has the keys that move the gate
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid="review-large"
    >
      <LargePicture item={item} gate={gate} isMoved={draft !== undefined} colours={colours} />
      <div className="review-facts">
        <h2 className="one-line">{item.name}</h2>
        <p className="quiet small">{item.about}</p>
        <div className="review-light">{light !== undefined && <Light light={light} />}</div>
        <table className="review-shares">
          <tbody>
            {(facts?.shares ?? []).map(({ path, name, percent, count }) => (
              <tr key={path}>
                <td>{name}</td>
                <td className="number" data-testid={`review-percent-${name}`}>
                  {draft === undefined && !item.isStale ? percentText(percent, language) : '…'}
                </td>
                <td className="number quiet">{draft === undefined && !item.isStale ? formatCount(count) : t('moved')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {look.source === 'session' && <GuidePanel items={items} item={item} moved={draft} gates={gates} look={look} colours={colours} />}
        <h3>{t('why')}</h3>
        <ul className="review-reasons">
          {apart.reasons.slice(0, 5).map((reason, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
            <li key={i}>{reasonText(reason, language)}</li>
          ))}
        </ul>
        {item.doubt !== undefined && <DoubtedLabel doubt={item.doubt} items={items} colours={colours} />}
        {judged !== undefined && (
          <p className="small">
            {t('judgedBy', {
              verdict: judged.isOld ? t('judgedOld', { verdict: t(judged.verdict) }) : t(judged.verdict),
              by: judged.by,
              at: shownTime(judged.at),
              reason: judged.reason,
            })}
          </p>
        )}
        {gate !== undefined && (
          <Select
            label={t('movesWith')}
            value={look.bound ?? ''}
            options={[
              { id: '', label: t('wholeGate') },
              ...movableBounds(gate).map((bound) => ({ id: bound.id, label: boundText(bound, item, t) })),
            ]}
            onChange={(id) => setReview(app.store, { bound: id === '' ? undefined : id })}
            testId="review-bound"
          />
        )}
        <div className="review-acts">
          <Button kind="primary" onClick={() => runCommand(app, 'review.accept')} testId="review-accept">
            {t('acceptIt')}
          </Button>
          <Button onClick={() => runCommand(app, 'review.return')} testId="review-return">
            {t('returnIt')}
          </Button>
          {draft !== undefined && (
            <Button onClick={() => keep(app)} testId="review-keep">
              {t('keepMove')}
            </Button>
          )}
          <Button kind="plain" onClick={close} testId="review-back">
            {t('backToAll')}
          </Button>
        </div>
        <p className="quiet small">{t('largeKeys')}</p>
      </div>
    </section>
  );
}

const arrows: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const boundWords: { readonly [K in Bound['kind']]?: MessageKey } = {
  min: 'boundMin',
  max: 'boundMax',
  vertex: 'boundVertex',
  centre: 'boundCentre',
};

function boundText({ dimension, kind, vertex = 0 }: Bound, { facts }: ReviewItem, t: Translate<MessageKey>): string {
  const name = facts?.placed.dimensions[dimension] ?? '';
  return `${name}: ${t(boundWords[kind] ?? 'boundDivider', { number: vertex + 1 })}`;
}

function LargePicture({
  item,
  gate,
  isMoved,
  colours,
}: {
  readonly item: ReviewItem;
  readonly gate: Parameters<typeof ThumbnailPicture>[0]['gate'];
  readonly isMoved: boolean;
  readonly colours: ShadeColours;
}) {
  const { thumbnail } = item;
  if (thumbnail === undefined) return <div className="review-plot" style={size} />;
  const frame = frameOfTile(size, thumbnail.x, thumbnail.y);
  const { box } = frame;
  return (
    <div className="review-plot" style={size}>
      <div className="review-area" style={{ left: box.x, top: box.y, width: box.width, height: box.height }}>
        <ThumbnailPicture thumbnail={thumbnail} gate={gate} side={box.width} colours={colours} isMoved={isMoved} />
      </div>
      <svg className="tile-surface" width={size.width} height={size.height} aria-hidden="true">
        <rect className="tile-frame" x={box.x} y={box.y} width={box.width} height={box.height} />
        <Axis side="bottom" frame={frame} transform={thumbnail.x.channel.transform} />
        <Axis side="left" frame={frame} transform={thumbnail.y.channel.transform} />
        <text className="pair-name" x={box.x + box.width / 2} y={box.y + box.height + 36} textAnchor="middle">
          {axisTitle(thumbnail.x.channel)}
        </text>
        <text className="pair-name" transform={`translate(12 ${box.y + box.height / 2}) rotate(-90)`} textAnchor="middle">
          {axisTitle(thumbnail.y.channel)}
        </text>
      </svg>
    </div>
  );
}
