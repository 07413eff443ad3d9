/** Scrolling of a page that may be longer than the screen. */
import { type DOMElement, measureElement } from "ink";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useKeyState } from "./keys.ts";

export interface Scroll {
  /** The box that is seen, and the content in it. */
  readonly view: RefObject<DOMElement | null>;
  readonly content: RefObject<DOMElement | null>;
  /** Rows that are scrolled past. */
  readonly offset: number;
  /** The largest offset; 0 if everything fits. */
  readonly maxOffset: number;
  /** Scrolls if the key does that; whether it does. */
  readonly handleKey: (key: string) => boolean;
}

const rowsOf = ({ current }: RefObject<DOMElement | null>) => (current ? measureElement(current).height : 0);

export function useScroll(): Scroll {
  const [view, content] = [useRef<DOMElement>(null), useRef<DOMElement>(null)];
  const [offset, offsets] = useKeyState(0);
  const [maxOffset, setMaxOffset] = useState(0);
  useLayoutEffect(() => setMaxOffset(Math.max(0, rowsOf(content) - rowsOf(view))));
  const handleKey = (key: string) => {
    const page = Math.max(1, rowsOf(view));
    const steps: Readonly<Record<string, number>> = { up: -1, down: 1, "page-up": -page, "page-down": page };
    const step = steps[key];
    if (step === undefined || maxOffset === 0) return false;
    offsets.set(Math.min(maxOffset, Math.max(0, offsets.current() + step)));
    return true;
  };
  return { view, content, offset: Math.min(offset, maxOffset), maxOffset, handleKey };
}
