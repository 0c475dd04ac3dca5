import type { Bound } from '../../../core/gating/gates/kind/editing.ts';
import { useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import type { BoundUnit } from './bound-units.ts';
import { messages } from './messages.ts';

export interface BoundFieldProps {
  readonly bound: Bound;
  /** Undefined where the bound cannot be said so (yet). */
  readonly unit: BoundUnit | undefined;
  /** A position on the display scale; undefined opens the end. */
  readonly onChange: (position: number | undefined) => void;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** One bound of a gate, read and typed; four digits, as for a cut that was read off a plot. */
export function BoundField({ bound, unit, onChange, label, disabled }: BoundFieldProps) {
  const t = useMessages(messages);
  const canBeOpen = bound.kind === 'min' || bound.kind === 'max';
  const isEmpty = (text: string) => text.trim() === '';
  return (
    <DraftInput
      value={bound.position === undefined || unit === undefined ? '' : unit.textOf(bound.position)}
      onCommit={(text) => onChange(isEmpty(text) ? undefined : unit?.positionOf(text))}
      problemOf={(text) => ((isEmpty(text) ? canBeOpen : unit?.positionOf(text) !== undefined) ? undefined : t('numberInvalid'))}
      label={label}
      placeholder={unit === undefined ? '…' : t('open')}
      numeric
      disabled={disabled === true || unit === undefined}
      testId={`bound-${bound.id}`}
    />
  );
}
