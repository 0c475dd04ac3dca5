import '../../ui/panel.css';
import './groups.css';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import type { SampleGroup } from '../../../core/study/session/document/group.ts';
import { CommandIcon } from '../../commands/command-button.tsx';
import { CommandMenu } from '../../commands/command-menu.tsx';
import { runCommand } from '../../commands/run-command.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { type Anchor, anchorAt } from '../../ui/anchor.ts';
import { classes } from '../../ui/classes.ts';
import { GATE_DRAG } from '../../ui/gate-drag.ts';
import { isComposing, listMove } from '../../ui/keys.ts';
import { GROUP_DRAG, SAMPLE_DRAG } from '../../ui/sample-drag.ts';
import { messages, type T } from './messages.ts';

interface ShownGroup {
  readonly group: SampleGroup;
  readonly colour: string;
  /** Samples in it; of a gating group those that it gates. */
  readonly count: number;
}

export interface GroupsPanelProps {
  readonly groups: readonly ShownGroup[];
  /** Of all samples. */
  readonly total: number;
  /** The group whose samples are listed; undefined for all. */
  readonly shown: string | undefined;
  readonly onShow: (id: string | undefined) => void;
  /** To another place among the groups. */
  readonly onMove: (id: string, by: number) => void;
  readonly onSamples: (id: string, keys: readonly string[]) => void;
  /** A gate was dropped: with Alt what is below it too. Undefined: on all samples. */
  readonly onGate: (id: string | undefined, path: string, taken: 'whole' | 'alone') => void;
}

/** Groups in their order, all samples first: a press lists the samples of one; samples, gates and groups can be dropped on them. */
export function GroupsPanel(props: GroupsPanelProps) {
  const { groups, total, shown, onShow, onMove } = props;
  const app = useApp();
  const t = useMessages(messages);
  const [menu, setMenu] = useState<Anchor>();
  const ids = [undefined, ...groups.map(({ group }) => group.id)];
  const at = Math.max(0, ids.indexOf(shown));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const move = listMove(event.key, at, ids.length);
    if (event.altKey && by !== 0 && shown !== undefined) onMove(shown, by);
    else if (move !== undefined) {
      onShow(ids[move]);
      event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')[move]?.focus();
    } else if (event.key === 'Enter' && shown !== undefined) runCommand(app, 'group.edit');
    else if (event.key === 'Delete' && shown !== undefined) runCommand(app, 'group.remove');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="panel groups" aria-label={t('groups')} data-part data-testid="groups">
      <header className="panel-head">
        <h2>{t('groups')}</h2>
        <CommandIcon command="group.new" testId="new-group" />
      </header>
      <div className="groups-list" role="listbox" aria-label={t('groups')} onKeyDown={onKeyDown}>
        <Row {...props} name={t('allSamples')} count={total} selected={shown === undefined} t={t} />
        {groups.map((one, place) => (
          <Row
            {...props}
            key={one.group.id}
            of={one}
            place={place}
            name={one.group.name}
            count={one.count}
            selected={one.group.id === shown}
            onMenu={(anchor) => {
              onShow(one.group.id);
              setMenu(anchor);
            }}
            t={t}
          />
        ))}
      </div>
      {menu && (
        <CommandMenu anchor={menu} label={t('groupActions')} groups={menuGroups} danger="group.remove" onClose={() => setMenu(undefined)} />
      )}
    </section>
  );
}

const menuGroups = [['group.edit', 'group.earlier', 'group.later'], ['group.add-chosen', 'group.take-chosen'], ['group.remove']] as const;

interface RowProps extends GroupsPanelProps {
  readonly of?: ShownGroup;
  readonly place?: number;
  readonly name: string;
  readonly count: number;
  readonly selected: boolean;
  readonly onMenu?: (anchor: Anchor) => void;
  readonly t: T;
}

function Row({ of, place = -1, name, count, selected, onMenu, t, ...panel }: RowProps) {
  const id = of?.group.id;
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      role="option"
      className={classes('group-row', selected && 'is-selected', isOver && 'is-over')}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      title={of === undefined ? name : [name, t(`kind.${of.group.kind}`), ownText(of.group, t)].filter(Boolean).join(' · ')}
      onClick={() => panel.onShow(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu?.(anchorAt(event.clientX, event.clientY));
      }}
      draggable={id !== undefined}
      onDragStart={(event) => id !== undefined && event.dataTransfer.setData(GROUP_DRAG, id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.some((type) => accepted.has(type))) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (drop(event, { id, place }, panel)) event.preventDefault();
      }}
      data-testid={id === undefined ? 'group-all' : `group-${name}`}
    >
      <span className="group-dot" style={of === undefined ? undefined : { background: of.colour }} />
      <span className={classes('one-line', of?.group.kind === 'viewing' && 'quiet')}>{name}</span>
      {of?.group.own && <span className="group-own">{t('ownMark')}</span>}
      <span className="group-count quiet small" data-testid={id === undefined ? 'group-all-count' : `group-count-${name}`}>
        {count}
      </span>
    </div>
  );
}

const accepted: ReadonlySet<string> = new Set([GATE_DRAG, SAMPLE_DRAG, GROUP_DRAG]);

function drop(
  event: DragEvent,
  { id, place }: { readonly id: string | undefined; readonly place: number },
  panel: GroupsPanelProps,
): boolean {
  const gate = event.dataTransfer.getData(GATE_DRAG);
  const samples = event.dataTransfer.getData(SAMPLE_DRAG);
  const group = event.dataTransfer.getData(GROUP_DRAG);
  if (gate !== '') panel.onGate(id, gate, event.altKey ? 'whole' : 'alone');
  else if (samples !== '' && id !== undefined) panel.onSamples(id, samples.split('\n'));
  else if (group !== '' && id !== undefined && group !== id) {
    const from = panel.groups.findIndex((one) => one.group.id === group);
    if (from >= 0) panel.onMove(group, place - from);
  } else return false;
  return true;
}

/** What a group has of its own, in words. */
function ownText({ own = {} }: SampleGroup, t: T): string {
  const transforms = Object.keys(own.transforms ?? {}).length;
  const parts = [
    own.gates === undefined ? undefined : t('ownGates', { count: own.gates.length }),
    own.compensation && t('ownCompensation'),
    transforms === 0 ? undefined : t('ownTransforms', { count: transforms }),
    own.statistics && t('ownStatistics'),
    own.report && t('ownReport'),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : t('ownThings', { parts: parts.join(', ') });
}
