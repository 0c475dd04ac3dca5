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
  /** The list that it searches, and the id of its active option. */
  readonly list?: { readonly id: string; readonly active: string | undefined };
  readonly testId?: string;
}

/** Filters a list as one types; Esc empties it first, and only then goes on to close what holds it. */
export function SearchField({ value, onChange, label, autoFocus, onKey, list, testId }: SearchFieldProps) {
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
        type={list === undefined ? 'search' : 'text'}
        {...(list && comboboxOf(list))}
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

/** How a screen reader hears of the list while the focus stays in the field. */
const comboboxOf = ({ id, active }: NonNullable<SearchFieldProps['list']>) => ({
  role: 'combobox',
  'aria-autocomplete': 'list' as const,
  'aria-expanded': active !== undefined,
  'aria-controls': active === undefined ? undefined : id,
  'aria-activedescendant': active,
});
