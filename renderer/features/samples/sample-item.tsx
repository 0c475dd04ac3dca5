import { type CommandId, declaredCommands } from '../../../core/contract/commands.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { PickWay } from '../../store/picked.ts';
import type { SampleRow } from '../../store/sample-row.ts';
import { type Anchor, anchorAt } from '../../ui/anchor.ts';
import { classes } from '../../ui/classes.ts';
import { FileName } from '../../ui/file-name.tsx';
import { GATE_DRAG } from '../../ui/gate-drag.ts';
import { Icon } from '../../ui/icon.tsx';
import { Light, lightMeanings } from '../../ui/light.tsx';
import { MatrixBadge } from '../../ui/matrix-badge.tsx';
import { SAMPLE_DRAG } from '../../ui/sample-drag.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { messages } from './messages.ts';
import { callText, describeSample } from './sample-row.ts';

export interface SampleItemProps {
  readonly sample: SampleRow;
  /** Its place in the session, also while the list is filtered. */
  readonly index: number;
  readonly selected: boolean;
  /** Chosen together with the selected one. */
  readonly picked: boolean;
  /** What a drag of this row takes: itself, or all that are chosen with it. */
  readonly dragged: readonly string[];
  readonly focusable: boolean;
  readonly onSelect: (way?: PickWay) => void;
  readonly onCommand: (id: CommandId) => void;
  readonly onMenu: (anchor: Anchor) => void;
  /** A gate was dropped on it: with Alt what is below it too. */
  readonly onGate: (path: string, taken: 'whole' | 'alone') => void;
}

/** One sample on two or three lines: light, name and findings; role, lot, day, events; the call or what is wrong. */
export function SampleItem({ sample, index, selected, picked, dragged, focusable, onSelect, onCommand, onMenu, onGate }: SampleItemProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const { name, state, light, findings, group, eventCount, verdict, gatedBy } = sample;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      role="option"
      className={classes('sample', (selected || picked) && 'is-selected', `sample-${state}`)}
      aria-selected={selected || picked}
      aria-description={light && lightMeanings[light][language]}
      tabIndex={focusable ? 0 : -1}
      onClick={(event) => onSelect(wayOf(event))}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(SAMPLE_DRAG, dragged.join('\n'))}
      onDoubleClick={() => onCommand('sample.open')}
      onContextMenu={(event) => {
        event.preventDefault();
        if (!picked) onSelect();
        onMenu(anchorAt(event.clientX, event.clientY));
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(GATE_DRAG)) event.preventDefault();
      }}
      onDrop={(event) => {
        const path = event.dataTransfer.getData(GATE_DRAG);
        if (path === '') return;
        event.preventDefault();
        onGate(path, event.altKey ? 'whole' : 'alone');
      }}
      data-testid={`sample-row-${index}`}
      data-state={state}
    >
      <span className="sample-mark">{light ? <Light light={light} bare /> : <StateMark state={state} />}</span>
      <span className="sample-name">
        <FileName name={name} />
        {findings > 0 && (
          <span className="sample-findings" title={t('findingsOfSample', { count: findings })}>
            <span aria-hidden>{findings}</span>
            <span className="for-readers">{t('findingsOfSample', { count: findings })}</span>
          </span>
        )}
      </span>
      <span className="sample-line">
        <span className="one-line">
          {gatedBy && (
            <span className="sample-group" title={t('gatedBy', { group: gatedBy.name })} data-testid={`sample-group-${index}`}>
              <span className="group-dot" style={{ background: gatedBy.colour }} />
              {gatedBy.name}
            </span>
          )}
          {describeSample(sample, t)}
        </span>
        <span className="sample-size">
          {sample.compensation && state === 'ready' && <MatrixBadge used={sample.compensation} />}
          {verdict && <VerdictMark verdict={verdict} bare />}
          {eventCount !== undefined && <span title={t('count')}>{formatCount(eventCount)}</span>}
        </span>
      </span>
      {group && state === 'ready' && <span className="sample-call one-line">{callText(group, t, language)}</span>}
      {sample.unfit && state === 'ready' && <span className="sample-call one-line">{t('unfitShort')}</span>}
      {state === 'failed' && <span className="sample-wrong">{t('failed')}</span>}
      {state === 'missing' && (
        <span className="sample-wrong">
          {t('missingFile')}
          <button
            type="button"
            className="link"
            tabIndex={selected ? 0 : -1}
            onClick={() => {
              onSelect();
              onCommand('sample.relink');
            }}
            data-testid={`relink-${index}`}
          >
            {declaredCommands['sample.relink'].short[language]}
          </button>
        </span>
      )}
    </div>
  );
}

const wayOf = ({ ctrlKey, metaKey, shiftKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): PickWay =>
  shiftKey ? 'range' : ctrlKey || metaKey ? 'beside' : 'alone';

function StateMark({ state }: Pick<SampleRow, 'state'>) {
  if (state === 'failed' || state === 'missing') return <Icon name="warning" size={12} />;
  return <span className={classes('sample-dot', state === 'working' && 'is-working')} />;
}
