import './dialog.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { AroundDialog } from './in-dialog.ts';

export interface DialogProps {
  readonly label: string;
  /** On Esc or a press beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Near the top, as for a command palette. */
  readonly top?: boolean;
  readonly testId?: string;
}

/** Where each open dialog will give the focus back to: one that is opened from another gives it back where that one would. */
const returns = new WeakMap<Element, Element | null>();

function focusedBefore(): Element | null {
  const focused = document.activeElement;
  const around = focused?.closest('dialog') ?? null;
  return around === null ? focused : (returns.get(around) ?? focused);
}

/** A modal dialog of the browser, which keeps the focus inside; on closing it goes back to where it was. */
export function Dialog({ label, onClose, children, top = false, testId }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [around, setAround] = useState<HTMLDialogElement | null>(null);
  const [before] = useState(focusedBefore);
  useEffect(() => {
    const element = dialog.current;
    setAround(element);
    if (element !== null) returns.set(element, before);
    if (element?.open === false) element.showModal();
    // showModal focuses the first control; what is safe to press on Enter says so itself
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      // the dialog is gone from the page by now, so the browser gives nothing back
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, see onCancel
    <dialog
      ref={dialog}
      className={classes('dialog', top && 'dialog-top')}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      data-testid={testId}
    >
      <AroundDialog value={around}>
        <div className="dialog-content">{children}</div>
      </AroundDialog>
    </dialog>
  );
}
