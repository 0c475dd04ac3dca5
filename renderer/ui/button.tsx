import './button.css';
import type { ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** One primary action a view. `plain` has no outline until hovered. */
  readonly kind?: 'normal' | 'primary' | 'plain' | 'danger';
  readonly large?: boolean;
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean;
  readonly title?: string;
  /** For a screen reader, where the words alone do not say what it is about; it begins with them. */
  readonly name?: string;
  readonly expanded?: boolean;
  /** In a dialog: the safe answer, focused when it opens. */
  readonly autoFocus?: boolean;
  readonly testId?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  onClick,
  kind = 'normal',
  large = false,
  icon,
  disabled,
  title,
  name,
  expanded,
  autoFocus,
  testId,
  ref,
}: ButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes('button', kind !== 'normal' && `button-${kind}`, large && 'button-large')}
      onClick={onClick}
      disabled={disabled}
      title={title}
      aria-label={name}
      aria-expanded={expanded}
      data-autofocus={autoFocus}
      data-testid={testId}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
