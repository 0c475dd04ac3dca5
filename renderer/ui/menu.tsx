import './button.css';
import './popover.css';
import * as Dropdown from '@radix-ui/react-dropdown-menu';
import { Fragment, type SyntheticEvent } from 'react';
import type { Anchor } from './anchor.ts';
import { classes } from './classes.ts';
import { isFocusLost, useFocusBack } from './focus-back.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import { useFloatingPlace } from './in-dialog.ts';
import { useTabStop } from './tab-stop.ts';

export interface MenuItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** The key that does the same. */
  readonly hint?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** A line above it. */
  readonly lined?: boolean | undefined;
  readonly testId?: string | undefined;
}

interface MenuChoices<Id extends string> {
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
  readonly onPick: (id: Id) => void;
}

export interface MenuProps<Id extends string> extends MenuChoices<Id> {
  readonly anchor: Anchor;
  readonly onClose: () => void;
}

export interface MenuButtonProps<Id extends string> extends MenuChoices<Id> {
  readonly icon: IconName;
  readonly testId?: string;
}

/** A menu at a place of the window, open as long as it is drawn. */
export function Menu<Id extends string>({ anchor, onClose, ...content }: MenuProps<Id>) {
  const { left, top, width, height } = anchor;
  const giveFocusBack = useFocusBack();
  return (
    <Dropdown.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Dropdown.Trigger asChild>
        <span className="menu-anchor" style={{ left, top, width, height }} aria-hidden />
      </Dropdown.Trigger>
      <MenuContent {...content} onCloseAutoFocus={giveFocusBack} />
    </Dropdown.Root>
  );
}

/** An icon that opens a menu. */
export function MenuButton<Id extends string>({ icon, testId, ...content }: MenuButtonProps<Id>) {
  const { label } = content;
  const stop = useTabStop();
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger {...stop} className="icon-button" aria-label={label} title={label} data-testid={testId}>
        <Icon name={icon} />
      </Dropdown.Trigger>
      <MenuContent {...content} onCloseAutoFocus={(event) => isFocusLost() || event.preventDefault()} />
    </Dropdown.Root>
  );
}

interface MenuContentProps<Id extends string> extends MenuChoices<Id> {
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** The items of a menu. The focus walks with the arrows, Home, End and first letters; Esc or a press outside closes it. */
function MenuContent<Id extends string>({ label, items, onPick, onCloseAutoFocus }: MenuContentProps<Id>) {
  const container = useFloatingPlace();
  const role = items.filter(({ checked }) => checked !== undefined).length === 1 ? 'menuitemcheckbox' : 'menuitemradio';
  return (
    <Dropdown.Portal container={container}>
      <Dropdown.Content
        className="popover"
        aria-label={label}
        aria-labelledby={undefined}
        align="start"
        sideOffset={4}
        collisionPadding={4}
        onKeyDown={keepFromWindow}
        onCloseAutoFocus={onCloseAutoFocus}
      >
        {items.map((item) => (
          <Fragment key={item.id}>
            {item.lined && <Dropdown.Separator className="menu-line" />}
            <Dropdown.Item
              {...(item.checked === undefined ? {} : { role, 'aria-checked': item.checked })}
              className={classes('menu-item', item.danger && 'menu-item-danger')}
              disabled={item.disabled === true}
              textValue={item.label}
              onSelect={() => onPick(item.id)}
              data-testid={item.testId ?? `menu-${item.id}`}
            >
              {item.checked === true ? <Icon name="check" /> : item.icon ? <Icon name={item.icon} /> : <span />}
              <span className="one-line">{item.label}</span>
              {item.hint !== undefined && <span className="menu-hint">{item.hint}</span>}
            </Dropdown.Item>
          </Fragment>
        ))}
      </Dropdown.Content>
    </Dropdown.Portal>
  );
}

/** A letter looks for an item; it takes up no tool. */
export const keepFromWindow = (event: SyntheticEvent): void => event.stopPropagation();
