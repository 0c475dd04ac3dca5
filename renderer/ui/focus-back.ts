import { useState } from 'react';

/** Whether nothing has the focus: what had it is gone, and what was picked has not taken it. */
export const isFocusLost = (): boolean => document.activeElement === document.body || document.activeElement === null;

/** Gives the focus back to where it was when this was first drawn. */
export function useFocusBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (before instanceof HTMLElement && isFocusLost()) before.focus();
  };
}
