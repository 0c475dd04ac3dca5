import './popover.css';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { place } from './place.ts';

/** What a popover stands at, in CSS px of the window: an element's box, or a point of no size. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const anchorOf = (element: Element | null): Anchor => element?.getBoundingClientRect() ?? anchorAt(0, 0);
export const anchorAt = (left: number, top: number): Anchor => ({ left, top, width: 0, height: 0 });

export interface PopoverProps {
  readonly anchor: Anchor;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Floats at its anchor and inside the window. Closes on a press outside, and gives the focus back to where it was. */
export function Popover({ anchor, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  // while rendering: what is inside may take the focus as soon as it is there
  const [before] = useState(() => document.activeElement);
  const [spot, setSpot] = useState<{ readonly left: number; readonly top: number; readonly maxHeight: number }>();
  useLayoutEffect(() => {
    const { offsetWidth: width, scrollHeight: height } = box.current ?? { offsetWidth: 0, scrollHeight: 0 };
    setSpot(place(anchor, { width, height }, { width: window.innerWidth, height: window.innerHeight }));
  }, [anchor]);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) onClose();
    };
    document.addEventListener('pointerdown', onPress, true);
    window.addEventListener('blur', onClose);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);
  useEffect(
    () => () => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (before instanceof HTMLElement && lost) before.focus();
    },
    [before],
  );
  return createPortal(
    <div ref={box} className="popover" style={spot ?? { left: 0, top: 0, opacity: 0 }}>
      {children}
    </div>,
    // what is outside of a modal dialog lies under it
    before?.closest('dialog[open]') ?? document.body,
  );
}
