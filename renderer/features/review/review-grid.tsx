import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { commandOfListKey } from '../../../core/contract/commands.ts';
import type { ShadeColours } from '../../../core/show/plot/density.ts';
import { runCommand } from '../../commands/run-command.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import type { ReviewItem } from '../../store/review-items.ts';
import type { ReviewLook, ThumbnailSize } from '../../store/review-state.ts';
import { setReview } from '../../store/store.ts';
import { isComposing } from '../../ui/keys.ts';
import { useWidth } from '../../ui/use-width.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { choose } from './actions.ts';
import { messages } from './messages.ts';
import { domId, ReviewThumb } from './review-item.tsx';

/** Sides of thumbnails in CSS pixels: about a hundred small ones fill a window of 1280 x 800. */
const sides = { small: 72, medium: 118, large: 200 } as const satisfies { readonly [S in ThumbnailSize]: number };
const [GAP, BELOW] = [10, 44];

export interface ReviewGridProps {
  readonly items: readonly ReviewItem[];
  readonly look: ReviewLook;
  readonly colours: ShadeColours;
}

/** All samples as thumbnails: those in sight are drawn. Arrows go from one to the next. */
export function ReviewGrid({ items, look, colours }: ReviewGridProps) {
  const app = useApp();
  const t = useMessages(messages);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const side = sides[look.size];
  const columns = Math.max(1, Math.floor((width - GAP) / (side + GAP)));
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const shown = useMemo(() => look.shown.filter((id) => byId.has(id)), [look.shown, byId]);
  const at = shown.indexOf(look.active ?? '');
  const rows = Math.ceil(shown.length / columns);
  // the keys are here again after each choice above, unless a reason is asked for
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each of these choices
  useEffect(() => {
    if (look.asking === undefined) scroller.current?.focus();
  }, [look.asking, look.size, look.share, look.order, look.gate]);

  const press = useCallback(
    (id: string, how: 'only' | 'also' | 'range') => {
      const { review } = app.store.getState().view;
      if (how === 'also') choose(app, id);
      if (how === 'range') setReview(app.store, { chosen: between(review.shown, review.active ?? id, id) });
      if (how === 'only') setReview(app.store, { chosen: [] });
      setReview(app.store, { active: id, draft: undefined });
    },
    [app],
  );
  const open = useCallback((id: string) => setReview(app.store, { active: id, isLarge: true, draft: undefined }), [app]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    const target = placeAfter(event.key, at, shown.length, columns, scroller.current?.clientHeight ?? 0, side + BELOW + GAP);
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    const command =
      event.ctrlKey || event.metaKey || event.altKey
        ? undefined
        : commandOfListKey('review', event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const id = target === undefined ? undefined : shown[target];
    if (isAll) setReview(app.store, { chosen: [...shown] });
    else if (id !== undefined) {
      const { chosen, active } = look;
      setReview(app.store, { active: id, ...(event.shiftKey ? { chosen: [...new Set([...chosen, active ?? id, id])] } : {}) });
    } else if (event.key === 'Escape' && look.chosen.length > 0) setReview(app.store, { chosen: [] });
    else if (command !== undefined) runCommand(app, command);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="review-scroll"
      role="listbox"
      tabIndex={0}
      aria-label={t('review')}
      aria-multiselectable="true"
      aria-activedescendant={look.active === undefined ? undefined : domId(look.active)}
      onKeyDown={onKeyDown}
      data-testid="review-grid"
    >
      {width > 0 && (
        <VirtualRows
          key={`${columns} ${side}`}
          count={rows}
          estimate={side + BELOW + GAP}
          scroller={scroller}
          around={2}
          shown={at < 0 ? -1 : Math.floor(at / columns)}
        >
          {(row) => (
            <div className="review-row" role="presentation">
              {shown.slice(row * columns, (row + 1) * columns).map((id) => {
                const item = byId.get(id);
                return (
                  item && (
                    <ReviewThumb
                      key={id}
                      item={item}
                      draft={look.draft?.id === id ? look.draft.gate : undefined}
                      side={side}
                      colours={colours}
                      isActive={id === look.active}
                      isChosen={look.chosen.includes(id)}
                      onPress={press}
                      onOpen={open}
                    />
                  )
                );
              })}
            </div>
          )}
        </VirtualRows>
      )}
    </div>
  );
}

function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)].sort((one, other) => one - other);
  return ids.slice(Math.max(0, a ?? 0), (b ?? 0) + 1);
}

/** Where a key leads in the grid; undefined where it leads nowhere. */
function placeAfter(key: string, at: number, count: number, columns: number, height: number, rowHeight: number): number | undefined {
  if (count === 0) return undefined;
  const page = Math.max(1, Math.floor(height / rowHeight)) * columns;
  const steps: { readonly [key: string]: number } = {
    ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns, PageUp: -page, PageDown: page },
    ...{ Home: -count, End: count },
  };
  const by = steps[key];
  return by === undefined ? undefined : at < 0 ? 0 : Math.max(0, Math.min(count - 1, at + by));
}
