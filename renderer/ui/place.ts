export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 4;

/** Where a popover of a size stands at an anchor so that it stays inside the window: below it, else above, else as high as fits. */
export function place(
  anchor: Size & { readonly left: number; readonly top: number },
  popover: Size,
  window: Size,
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  const left = Math.max(gap, Math.min(anchor.left, window.width - popover.width - gap));
  const below = anchor.top + anchor.height + (anchor.height > 0 ? gap : 0);
  const above = anchor.top - popover.height - gap;
  const fitsBelow = below + popover.height + gap <= window.height;
  const top = fitsBelow ? below : above >= gap ? above : Math.max(gap, window.height - popover.height - gap);
  return { left, top, maxHeight: window.height - top - gap };
}
