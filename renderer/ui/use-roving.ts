import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** The buttons of a row are one stop of the Tab key: arrows, Home and End pass from one to the next. */
export function useRoving(row: RefObject<HTMLElement | null>) {
  const last = useRef<HTMLElement>(undefined);
  useEffect(() => {
    const { current } = row;
    if (current === null) return;
    const settle = () => {
      const buttons = buttonsOf(current);
      const stop = buttons.find((button) => button === last.current) ?? buttons.find(isPressed) ?? buttons[0];
      for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
    };
    settle();
    const watcher = new MutationObserver((changes) => {
      // another one was pressed from elsewhere: that is where one comes in
      const isPressedAnew = changes.some(({ attributeName }) => attributeName === 'aria-pressed');
      if (isPressedAnew && !current.contains(document.activeElement)) last.current = undefined;
      settle();
    });
    watcher.observe(current, { subtree: true, childList: true, attributeFilter: ['disabled', 'aria-pressed'] });
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target;
      settle();
    };
    current.addEventListener('focusin', onFocus);
    return () => {
      watcher.disconnect();
      current.removeEventListener('focusin', onFocus);
    };
  }, [row]);
  return (event: KeyboardEvent<HTMLElement>): void => {
    const buttons = buttonsOf(event.currentTarget);
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? undefined : buttons[placeAfter(event.key, at, buttons.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
}

const buttonsOf = (row: HTMLElement): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>('button:enabled')];

const isPressed = (button: HTMLElement): boolean => button.getAttribute('aria-pressed') === 'true';

function placeAfter(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
