/* Parts of the window, in the order of the page: each bears data-part; what has the focus first, data-part-start. */

const left = new WeakMap<Element, HTMLElement>();

/** The focus goes to the next part of the window, to where it was there; with -1 to the one before. */
export function goToPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => startOf(part) !== undefined);
  const from = parts.findIndex((part) => part.contains(document.activeElement));
  const here = parts[from];
  if (here !== undefined && document.activeElement instanceof HTMLElement) left.set(here, document.activeElement);
  const next = parts[from < 0 ? (by > 0 ? 0 : parts.length - 1) : (from + by + parts.length) % parts.length];
  if (next !== undefined) startOf(next)?.focus();
}

/** Where the focus was, where the part begins, or its first stop. */
function startOf(part: HTMLElement): HTMLElement | undefined {
  const known = left.get(part);
  if (known !== undefined && part.contains(known) && isStop(known)) return known;
  const start = part.querySelector<HTMLElement>('[data-part-start="true"]');
  return start ?? [...part.querySelectorAll<HTMLElement>('button, input, select, textarea, a, [tabindex]')].find(isStop);
}

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && !element.matches(':disabled') && element.closest('[inert]') === null && element.checkVisibility();
