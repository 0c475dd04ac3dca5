import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { isComposing } from './keys.ts';

export interface DraftInputProps {
  readonly value: string;
  /** On Enter or leaving, with what was typed; not called where nothing changed. */
  readonly onCommit: (text: string) => void;
  /** On Esc: what was typed is forgotten. */
  readonly onCancel?: () => void;
  /** Why the text cannot be taken, as it is typed; undefined where it can. */
  readonly problemOf?: ((text: string) => string | undefined) | undefined;
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly numeric?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Takes the focus with its text selected, as for naming in place. */
  readonly selectAll?: boolean;
  readonly testId?: string | undefined;
}

/** A text that is edited as a draft: Enter or leaving commits, Esc takes it back. A text with a problem never gets out. */
export function DraftInput(props: DraftInputProps) {
  const { value, onCommit, onCancel, problemOf, label, placeholder, numeric, disabled, selectAll = false, testId } = props;
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const cancelled = useRef(false);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (selectAll) input.current?.select();
  }, [selectAll]);
  const problem = draft === value ? undefined : problemOf?.(draft);

  const leave = () => {
    const keep = !cancelled.current && problem === undefined && draft !== value;
    cancelled.current = false;
    if (keep) onCommit(draft);
    else {
      setDraft(value);
      onCancel?.();
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    event.stopPropagation();
    if (event.key === 'Escape') cancelled.current = true;
    if (event.key === 'Escape' || (event.key === 'Enter' && problem === undefined)) event.currentTarget.blur();
  };
  return (
    <input
      ref={input}
      className={classes('input', numeric && 'input-numeric')}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
      aria-label={label}
      data-changed={draft !== value}
      aria-invalid={problem !== undefined}
      title={problem}
      placeholder={placeholder}
      inputMode={numeric ? 'decimal' : undefined}
      disabled={disabled}
      spellCheck={false}
      autoComplete="off"
      data-testid={testId}
    />
  );
}
