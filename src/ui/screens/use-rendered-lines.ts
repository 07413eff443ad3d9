/** The binding between something that changes and the lines that show it: React draws only when a line has changed. */
import { useMemo, useSyncExternalStore } from "react";

type SubscribeToStore = (listener: () => void) => () => void;

/**
 * Lines made of what `read` gives; the same array until one of them changes.
 *
 * @param draw must be the same function as long as it would draw the same.
 */
export function useRenderedLines<T>(subscribe: SubscribeToStore, read: () => T, draw: (value: T) => readonly string[]) {
  const snapshot = useMemo(() => {
    let value: T | undefined;
    let lines: readonly string[] | undefined;
    return () => {
      const now = read();
      if (lines && now === value) return lines;
      value = now;
      const next = draw(now);
      if (!lines || !areLinesEqual(lines, next)) lines = next;
      return lines;
    };
  }, [read, draw]);
  return useSyncExternalStore(subscribe, snapshot);
}

function areLinesEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
