/** The binding between a session and the live screen: React draws only when something that is seen has changed. */
import { isDeepStrictEqual } from "node:util";
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { FlashSource } from "../../flash/flashes.ts";
import type { Session } from "../../session/types.ts";
import type { Layout } from "../layout.ts";
import type { LiveContext, LiveMoment, LiveView } from "./types.ts";
import { advanceLiveView, liveViewOf } from "./view.ts";

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
      const view =
        last && isOnlyFilled(last.moment, moment)
          ? advanceLiveView(last.view, frame, layout, context)
          : liveViewOf(moment, layout, context);
      last = { moment, view: last ? keepUnchanged(last.view, view) : view };
      return last.view;
    };
  }, [session, flashes, layout, context, isQuitting]);
  return useSyncExternalStore(subscribe, read);
}

/** Whether nothing but a bar or a figure may have moved. */
function isOnlyFilled({ frame: before, ...a }: LiveMoment, { frame: after, ...b }: LiveMoment): boolean {
  const { fill, stepFill } = before;
  return a.flash === b.flash && a.notice === b.notice && isDeepStrictEqual(before, { ...after, fill, stepFill });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The new value, with every part of the old one that is equal to it; the old one itself when all of it is. */
function keepUnchanged<T>(before: T, after: T): T {
  if (isDeepStrictEqual(before, after)) return before;
  if (!isObject(before) || !isObject(after) || Array.isArray(after)) return after;
  return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, keepUnchanged(before[key], value)])) as T;
}
