import '../../ui/panel.css';
import './samples-panel.css';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { commandOfListKey } from '../../../core/contract/commands.ts';
import { CommandIcon } from '../../commands/command-button.tsx';
import { runCommand } from '../../commands/run-command.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { extend, pick } from '../../store/picked.ts';
import type { SampleRow } from '../../store/sample-row.ts';
import type { SampleKey, ViewState } from '../../store/state.ts';
import { type Anchor, anchorOf } from '../../ui/anchor.ts';
import { classes } from '../../ui/classes.ts';
import { isComposing, listMove } from '../../ui/keys.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { LONG_LIST, VirtualRows } from '../../ui/virtual-rows.tsx';
import { messages } from './messages.ts';
import { SampleItem } from './sample-item.tsx';
import { SampleMenu } from './sample-menu.tsx';
import { sampleFits } from './sample-row.ts';

export interface SamplesPanelProps {
  readonly samples: readonly SampleRow[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Chosen together, the selected one among them; a press with Ctrl or Shift, Shift with the arrows, and Ctrl+A change it. */
  /** What samples are looked for by; where nobody keeps it the panel does. */
  readonly search?: string;
  readonly onSearch?: (typed: string) => void;
  readonly picked?: readonly string[];
  readonly onPick?: ((change: Pick<ViewState, 'picked' | 'selected'>) => void) | undefined;
  /** How many there are beside those of the group that is shown. */
  readonly total?: number;
  /** A gate was dropped on a sample: with Alt what is below it too. */
  readonly onGate?: (id: string, path: string, taken: 'whole' | 'alone') => void;
  /** Files are being dragged over the window. */
  readonly dropping?: boolean;
}

const none: readonly string[] = [];

/** The samples of the session: what they are, how sure their gates are, what their culture is consistent with. */
export function SamplesPanel(props: SamplesPanelProps) {
  const { samples, selected, onSelect, picked = none, onPick, onGate, dropping = false } = props;
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [own, setOwn] = useState('');
  const { search: typed = own, onSearch: setTyped = setOwn } = props;
  const [menu, setMenu] = useState<Anchor>();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = typed === '' ? samples : samples.filter((sample) => sampleFits(sample, typed, language));
  const at = shown.findIndex(({ id }) => id === selected);
  const listed = shown.map(({ id }) => id as SampleKey);
  const view = { selected: selected as SampleKey | undefined, picked: picked as readonly SampleKey[] };

  const places = useMemo(() => new Map(samples.map(({ id }, i) => [id, i])), [samples]);
  const item = (sample: SampleRow, i: number) => (
    <SampleItem
      key={sample.id}
      sample={sample}
      index={places.get(sample.id) ?? i}
      selected={sample.id === selected}
      focusable={sample.id === selected || (at < 0 && i === 0)}
      picked={picked.includes(sample.id)}
      dragged={picked.includes(sample.id) ? picked : [sample.id]}
      onSelect={(way = 'alone') => (onPick === undefined ? onSelect(sample.id) : onPick(pick(view, listed, sample.id as SampleKey, way)))}
      onCommand={(id) => void runCommand(app, id)}
      onMenu={setMenu}
      onGate={(path, taken) => onGate?.(sample.id, path, taken)}
    />
  );
  /** A row by its place in the list, where it is drawn. */
  const optionOf = (list: HTMLElement, i: number): HTMLElement | null =>
    shown.length > LONG_LIST
      ? list.querySelector<HTMLElement>(`[data-index="${i}"] [role="option"]`)
      : (list.querySelectorAll<HTMLElement>('[role="option"]')[i] ?? null);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    const sample = shown[at];
    const command = commandOfListKey('samples', event.key);
    if (onPick && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      onPick(extend(view, listed, event.key === 'ArrowDown' ? 1 : -1));
      return event.preventDefault();
    }
    const move = listMove(event.key, at, shown.length);
    const target = move === undefined ? undefined : shown[move];
    if (target) {
      onSelect(target.id);
      const list = event.currentTarget;
      optionOf(list, move ?? 0)?.focus();
      // one that was out of sight is drawn first
      if (optionOf(list, move ?? 0) === null) setTimeout(() => optionOf(list, move ?? 0)?.focus(), 60);
    } else if (sample && command) runCommand(app, command);
    else if (sample && (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')))
      setMenu(anchorOf(optionOf(event.currentTarget, at)));
    else return;
    event.preventDefault();
  };
  return (
    <section className={classes('panel samples', dropping && 'is-dropping')} aria-label={t('samples')} data-part data-testid="samples">
      <header className="panel-head">
        <h2>{t('samples')}</h2>
        <span className="quiet small">
          {picked.length > 0
            ? t('chosenOf', { count: picked.length, total: shown.length })
            : shown.length === (props.total ?? samples.length)
              ? shown.length
              : t('sampleOf', { done: shown.length, total: props.total ?? samples.length })}
        </span>
        <CommandIcon command="file.open-samples" testId="add-files" />
      </header>
      {samples.length > 0 && (
        <div className="panel-search">
          <SearchField value={typed} onChange={setTyped} label={t('searchSamples')} testId="sample-search" />
        </div>
      )}
      <div
        ref={scroller}
        className="panel-scroll"
        role="listbox"
        tabIndex={-1}
        aria-label={t('samples')}
        aria-multiselectable={onPick !== undefined}
        onKeyDown={onKeyDown}
      >
        {shown.length > LONG_LIST ? (
          <VirtualRows count={shown.length} estimate={62} scroller={scroller} shown={at}>
            {(i) => item(shown[i] as SampleRow, i)}
          </VirtualRows>
        ) : (
          shown.map(item)
        )}
        {shown.length === 0 && <p className="panel-none">{samples.length === 0 ? t('noSamples') : t('noMatches', { text: typed })}</p>}
      </div>
      {dropping && <p className="samples-drop">{t('dropHere')}</p>}
      {menu && <SampleMenu anchor={menu} onClose={() => setMenu(undefined)} />}
    </section>
  );
}
