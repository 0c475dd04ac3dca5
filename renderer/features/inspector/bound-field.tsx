import { compileTransform, type Transform } from '../../../core/data/transforms/transforms.ts';
import type { Bound } from '../../../core/gating/gates/kind/editing.ts';
import { formatNumber } from '../../../core/show/plot/number-format.ts';
import { useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { messages } from './messages.ts';

export interface BoundFieldProps {
  readonly bound: Bound;
  readonly transform: Transform;
  /** A position on the display scale; undefined opens the end. */
  readonly onChange: (position: number | undefined) => void;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** One bound of a gate, read and typed as a linear value; four digits, as for a cut that was read off a plot. */
export function BoundField({ bound, transform, onChange, label, disabled }: BoundFieldProps) {
  const t = useMessages(messages);
  const { scale, unscale } = compileTransform(transform);
  const canBeOpen = bound.kind === 'min' || bound.kind === 'max';
  const positionOf = (text: string): number | undefined => {
    const value = parseNumber(text);
    const position = value === undefined ? Number.NaN : scale(value);
    return Number.isFinite(position) ? position : undefined;
  };
  const isEmpty = (text: string) => text.trim() === '';
  return (
    <DraftInput
      value={bound.position === undefined ? '' : formatNumber(unscale(bound.position), 4)}
      onCommit={(text) => onChange(isEmpty(text) ? undefined : positionOf(text))}
      problemOf={(text) => ((isEmpty(text) ? canBeOpen : positionOf(text) !== undefined) ? undefined : t('numberInvalid'))}
      label={label}
      placeholder={t('open')}
      numeric
      disabled={disabled}
      testId={`bound-${bound.id}`}
    />
  );
}
