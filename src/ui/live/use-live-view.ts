/** The binding between a session and the live screen: React draws only when something that is seen has changed. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { FlashSource } from "../../flash/flashes.ts";
import type { Session } from "../../session/types.ts";
import type { Layout } from "../layout.ts";
import type { LiveContext, LiveMoment, LiveView } from "./types.ts";
import { liveViewOf } from "./view.ts";

export function useLiveView(
  session: Session,
  flashes: FlashSource,
  layout: Layout,
  context: LiveContext,
  isQuitting: boolean,
): LiveView {
  /** A notice belongs to the step in which it came. */
  const notice = useRef({ text: "", stepIndex: -1 });
  const subscribe = useCallback(
    (listener: () => void) => {
      const unsubscribe = [session.onFrame(listener), flashes.onChange(listener)];
      return () => {
        for (const leave of unsubscribe) leave();
      };
    },
    [session, flashes],
  );
  const read = useMemo(() => {
    let last: { moment: LiveMoment; view: LiveView } | undefined;
    return () => {
      const [frame, flash, text] = [session.frame(), flashes.state(), session.message() ?? ""];
      if (text !== notice.current.text) notice.current = { text, stepIndex: frame.stepIndex };
      const shown = notice.current.stepIndex === frame.stepIndex ? text : "";
      // React asks more than once about every moment.
      if (last?.moment.frame === frame && last.moment.flash === flash && last.moment.notice === shown) return last.view;
      const moment = { frame, flash, notice: shown, isQuitting };
      const view = liveViewOf(moment, layout, context);
      last = { moment, view: last ? keepUnchanged(last.view, view) : view };
      return last.view;
    };
  }, [session, flashes, layout, context, isQuitting]);
  return useSyncExternalStore(subscribe, read);
}

/** The new value, with every part of the old one that is equal to it; the old one itself when all of it is. */
function keepUnchanged<T>(before: T, after: T): T {
  if (Object.is(before, after) || typeof before !== "object" || typeof after !== "object") return after;
  if (before === null || after === null || Array.isArray(before) !== Array.isArray(after)) return after;
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = Object.keys(now);
  const kept: [string, unknown][] = keys.map((key) => [key, keepUnchanged(old[key], now[key])]);
  if (keys.length === Object.keys(old).length && kept.every(([key, value]) => Object.is(value, old[key])))
    return before;
  return (Array.isArray(after) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as T;
}
