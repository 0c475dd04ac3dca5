import './button.css';
import type { Ref } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import { useTabStop } from './tab-stop.ts';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, in words: its name for screen readers and its tooltip. */
  readonly label: string;
  readonly onClick: () => void;
  /** Its key, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  readonly testId?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, onClick, shortcut, pressed, expanded, disabled, tabIndex, testId, ref }: IconButtonProps) {
  const stop = useTabStop();
  return (
    <button
      ref={ref}
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      onClick={onClick}
      disabled={disabled}
      tabIndex={tabIndex ?? stop.tabIndex}
      data-testid={testId}
    >
      <Icon name={icon} />
    </button>
  );
}
