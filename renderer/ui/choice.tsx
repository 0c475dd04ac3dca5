import './choice.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** The whole of it, where the label is short. */
  readonly hint?: string;
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  readonly testId?: string;
}

export interface ChoiceProps<Id extends string> {
  readonly value: Id | undefined;
  readonly options: readonly Option<Id>[];
  readonly onChange: (id: Id) => void;
  readonly label: string;
  /** With icons: whether the words stand beside them. */
  readonly compact?: boolean;
}

/** One of two to five choices side by side, all in sight: a group of buttons of which one is pressed. */
export function Choice<Id extends string>({ value, options, onChange, label, compact = false }: ChoiceProps<Id>) {
  return (
    <fieldset className="choice" aria-label={label}>
      {options.map(({ id, label: name, hint = name, icon, shortcut, testId }) => (
        <button
          key={id}
          type="button"
          className="choice-option"
          aria-pressed={id === value}
          aria-label={name}
          aria-keyshortcuts={shortcut}
          title={shortcut === undefined ? hint : `${hint} (${shortcut})`}
          onClick={() => onChange(id)}
          data-testid={testId}
        >
          {icon && <Icon name={icon} />}
          {!(compact && icon) && name}
        </button>
      ))}
    </fieldset>
  );
}
