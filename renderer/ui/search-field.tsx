import './field.css';
import type { KeyboardEvent } from 'react';
import { Icon } from './icon.tsx';
import { isComposing } from './keys.ts';

export interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  readonly autoFocus?: boolean;
  /** Keys that the list below understands (arrows, Enter). */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly testId?: string;
}

/** Filters a list as one types; Esc empties it first, and only then goes on to close what holds it. */
export function SearchField({ value, onChange, label, autoFocus, onKey, testId }: SearchFieldProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation();
      event.preventDefault();
      onChange('');
    } else onKey?.(event);
  };
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label={label}
        placeholder={label}
        // biome-ignore lint/a11y/noAutofocus: only where a person has just opened a menu to search in it
        autoFocus={autoFocus}
        data-autofocus={autoFocus}
        spellCheck={false}
        autoComplete="off"
        data-testid={testId}
      />
    </div>
  );
}
