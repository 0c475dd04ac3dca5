import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { isComposing } from '../../ui/keys.ts';
import { messages } from './messages.ts';

export interface NameFieldProps {
  readonly suggestion: string;
  /** For whom the gate will be. */
  readonly hint?: string | undefined;
  readonly left: number;
  readonly top: number;
  readonly problemOf: (name: string) => string | undefined;
  readonly onAccept: (name: string) => void;
  readonly onDiscard: () => void;
  /** After either by a key. */
  readonly onDone: () => void;
}

/** The name of a new gate, in the plot where it was drawn: Enter takes the suggestion or what was typed, Esc throws the gate away. */
export function NameField({ suggestion, hint, left, top, problemOf, onAccept, onDiscard, onDone }: NameFieldProps) {
  const t = useMessages(messages);
  const [name, setName] = useState(suggestion);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const problem = problemOf(name);
  const end = (finish: () => void) => {
    if (done.current) return;
    done.current = true;
    finish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    event.stopPropagation();
    const isTaken = event.key === 'Enter' && problem === undefined;
    // a key that is still held down has set the last corner
    if (event.repeat || (event.key !== 'Escape' && !isTaken)) return;
    end(isTaken ? () => onAccept(name) : onDiscard);
    onDone();
  };
  return (
    <div className="name-field" style={{ left, top }}>
      <input
        ref={input}
        className={classes('input', problem !== undefined && 'is-wrong')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(() => (problem === undefined ? onAccept(name) : onDiscard()))}
        aria-label={t('nameGate')}
        aria-invalid={problem !== undefined}
        spellCheck={false}
        autoComplete="off"
        data-testid="name-gate"
      />
      {problem === undefined && hint !== undefined && <span className="name-hint">{hint}</span>}
      {problem !== undefined && <span className="name-problem">{problem}</span>}
    </div>
  );
}
