import { type CSSProperties, useState } from 'react';
import { lightOfGate } from '../../../core/gating/strategy/population.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { useMessages } from '../../messages/language.ts';
import { useTitleOf } from '../../messages/population-titles.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { type Anchor, anchorAt } from '../../ui/anchor.ts';
import { classes } from '../../ui/classes.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { GATE_DRAG } from '../../ui/gate-drag.ts';
import { Icon } from '../../ui/icon.tsx';
import { Light } from '../../ui/light.tsx';
import { Percent } from '../../ui/percent.tsx';
import { messages } from './messages.ts';
import { PopulationMenu } from './population-menu.tsx';

export interface PopulationItemProps {
  /** Numbers of an older gate fade until the new ones are there. */
  readonly population: LivePopulation;
  /** Events of the parent. */
  readonly total: number | undefined;
  readonly colour: string | undefined;
  readonly selected: boolean;
  /** With the selected one, to be combined. */
  readonly chosen: boolean;
  readonly focusable: boolean;
  /** Undefined where nothing is below it. */
  readonly foldable: { readonly folded: boolean; readonly onFold: (folded: boolean) => void } | undefined;
  readonly overridden: boolean;
  /** The group whose gate it is. */
  readonly group: string | undefined;
  readonly minimumEvents: number;
  readonly renaming: boolean;
  readonly problemOf: (name: string) => string | undefined;
  readonly onSelect: () => void;
  /** Adds it to the chosen ones, or takes it out. */
  readonly onChoose: (() => void) | undefined;
  readonly onOpen: () => void;
  /** Without a name: taken back. */
  readonly onFinishRename: (name?: string) => void;
}

/** One population: its colour, name and light; events; the percentage of its parent with the counting interval. */
export function PopulationItem(props: PopulationItemProps) {
  const { population, total, colour, selected, chosen, focusable, foldable, overridden, group, minimumEvents, renaming } = props;
  const { path, name, depth, count, percentOfParent, interval, gate, standing } = population;
  const t = useMessages(messages);
  const [menu, setMenu] = useState<Anchor>();
  const titleOf = useTitleOf();
  const shown = path === '' ? t('allEvents') : titleOf(path);
  const light = gate && lightOfGate(gate);
  const indent: CSSProperties = { paddingLeft: 4 + Math.min(depth, 8) * 8 };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys */}
      <div
        role="treeitem"
        className={classes('population', (selected || chosen) && 'is-selected')}
        style={indent}
        aria-level={depth + 1}
        aria-selected={selected || chosen}
        aria-expanded={foldable && !foldable.folded}
        tabIndex={focusable ? 0 : -1}
        onClick={(event) => (isAdding(event) && props.onChoose !== undefined ? props.onChoose() : props.onSelect())}
        draggable={path !== '' && !renaming}
        onDragStart={(event) => event.dataTransfer.setData(GATE_DRAG, path)}
        onDoubleClick={props.onOpen}
        onContextMenu={(event) => {
          event.preventDefault();
          if (!chosen) props.onSelect();
          setMenu(anchorAt(event.clientX, event.clientY));
        }}
        data-testid={`population-${path}`}
      >
        <FoldMark foldable={foldable} />
        <span className="population-dot" style={colour === undefined ? undefined : { background: colour, borderColor: colour }} />
        {renaming ? (
          <DraftInput
            value={name}
            label={t('newName')}
            selectAll
            onCommit={(text) => props.onFinishRename(text.trim())}
            onCancel={() => props.onFinishRename()}
            problemOf={props.problemOf}
            testId="rename-population"
          />
        ) : (
          <span className="population-name">
            <span className="one-line" title={path === '' ? shown : path.replaceAll('/', ' › ')}>
              {shown}
            </span>
            {light && !overridden && group === undefined && <Light light={light} bare />}
            {group !== undefined && (
              <span className="population-own" title={t('grouped', { group })} data-testid={`grouped-${path}`}>
                <Icon name="group" size={12} />
              </span>
            )}
            {overridden && (
              <span className="population-own" title={t('overridden')} data-testid={`overridden-${path}`}>
                <Icon name="person" size={12} />
              </span>
            )}
          </span>
        )}
        <span
          className={classes('population-count', standing === 'awaited' && 'stale')}
          title={t(standing === 'about' ? 'about' : 'count')}
          data-testid={`count-${path}`}
        >
          {standing === 'about' ? `~${formatCount(count)}` : formatCount(count)}
        </span>
        {path === '' ? (
          <span className="percent" />
        ) : (
          <Percent
            percent={percentOfParent}
            interval={interval}
            count={count}
            total={total}
            minimum={minimumEvents}
            standing={standing}
            testId={`percent-${path}`}
          />
        )}
      </div>
      {menu && <PopulationMenu anchor={menu} onClose={() => setMenu(undefined)} />}
    </>
  );
}

const isAdding = ({ ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean => ctrlKey || metaKey;

function FoldMark({ foldable }: Pick<PopulationItemProps, 'foldable'>) {
  const t = useMessages(messages);
  if (!foldable) return <span className="population-fold" />;
  const { folded, onFold } = foldable;
  return (
    <button
      type="button"
      className="population-fold"
      tabIndex={-1}
      aria-label={t(folded ? 'expand' : 'collapse')}
      onClick={(event) => {
        event.stopPropagation();
        onFold(!folded);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name={folded ? 'right' : 'down'} size={12} />
    </button>
  );
}
