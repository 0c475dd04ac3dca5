/** What a menu or a popover stands at, in CSS px of the window: an element's box, or a point of no size. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const anchorOf = (element: Element | null): Anchor => element?.getBoundingClientRect() ?? anchorAt(0, 0);
export const anchorAt = (left: number, top: number): Anchor => ({ left, top, width: 0, height: 0 });
