import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { roleWords } from '../../../core/show/killing/role-words.ts';
import { type Plate, plateSizes, type WellRow } from '../../../core/study/killing/plate.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { messages } from './messages.ts';
import { byName, type Chosen, isChosen, nameAt, type Place, readingText } from './wells.ts';

export interface PlateMapProps {
  readonly plate: Plate;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onPaste: (text: string) => void;
  readonly onClear: () => void;
}

const steps: { readonly [key: string]: Place } = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Every well of a plate; one stop for Tab, arrows go from well to well. */
export function PlateMap({ plate, chosen, onChoose, onPaste, onClear }: PlateMapProps) {
  const t = useMessages(messages);
  const map = useRef<HTMLTableElement>(null);
  const [rows, columns] = plateSizes[plate.size]!;
  const wells = byName(plate);
  const focus = ({ row, column }: Place) => map.current?.querySelector<HTMLElement>(`[data-well="${nameAt({ row, column })}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      const last = { row: rows - 1, column: columns - 1 };
      const within = (at: number, most: number) => Math.max(0, Math.min(most, at));
      const to = { row: within(chosen.to.row + step.row, last.row), column: within(chosen.to.column + step.column, last.column) };
      onChoose({ from: event.shiftKey ? chosen.from : to, to });
      focus(to);
    } else if (event.key === 'Delete' || event.key === 'Backspace') onClear();
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey))
      onChoose({ from: { row: 0, column: 0 }, to: { row: rows - 1, column: columns - 1 } });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPasted = (event: ClipboardEvent) => {
    event.preventDefault();
    onPaste(event.clipboardData.getData('text/plain'));
  };
  return (
    <table ref={map} className="plate-map" aria-label={t('plateMap')} onKeyDown={onKeyDown} onPaste={onPasted} data-testid="plate-map">
      <thead>
        <tr>
          <td />
          {Array.from({ length: columns }, (_, column) => (
            <th key={nameAt({ row: 0, column })} scope="col">
              {column + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={nameAt({ row, column: 0 })}>
            <th scope="row">{nameAt({ row, column: 0 })[0]}</th>
            {Array.from({ length: columns }, (_, column) => {
              const place = { row, column };
              return (
                <td key={nameAt(place)}>
                  <Well
                    name={nameAt(place)}
                    well={wells.get(nameAt(place))}
                    assay={plate.assay}
                    isOn={isChosen(chosen, place)}
                    isStop={chosen.to.row === row && chosen.to.column === column}
                    isSmall={plate.size > 96}
                    onPress={(extends_) => onChoose({ from: extends_ ? chosen.from : place, to: place })}
                    onReach={() => onChoose({ from: chosen.from, to: place })}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WellProps {
  readonly name: string;
  readonly well: WellRow | undefined;
  readonly assay: Plate['assay'];
  readonly isOn: boolean;
  readonly isStop: boolean;
  readonly isSmall: boolean;
  readonly onPress: (isExtending: boolean) => void;
  /** The pointer came here while it was held. */
  readonly onReach: () => void;
}

function Well({ name, well, assay, isOn, isStop, isSmall, onPress, onReach }: WellProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const ratio = well?.et === undefined ? '' : `${well.et}:1`;
  const reading = well === undefined ? '' : readingText(well, assay);
  const role = well === undefined ? t('wellEmpty') : roleWords[`role.${well.role}`][language];
  const head = well?.effector ?? (well === undefined ? '' : role);
  const told = [name, role, well?.effector, ratio, reading, well?.excluded?.reason].filter((part) => part !== undefined && part !== '');
  return (
    <button
      type="button"
      className={classes('plate-well', well && `plate-${well.role}`, isOn && 'is-on', well?.excluded && 'is-out', isSmall && 'is-small')}
      aria-label={told.join(', ')}
      aria-pressed={isOn}
      tabIndex={isStop ? 0 : -1}
      title={told.join(', ')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.releasePointerCapture(event.pointerId);
        // what was typed of the wells chosen before is theirs: it is taken before others are chosen
        event.currentTarget.focus();
        onPress(event.shiftKey);
      }}
      onPointerEnter={(event) => {
        if (event.buttons === 1) onReach();
      }}
      data-well={name}
      data-testid={`well-${name}`}
    >
      <span>{head}</span>
      {!isSmall && <span className="quiet">{ratio}</span>}
      {!isSmall && <span>{reading}</span>}
    </button>
  );
}
