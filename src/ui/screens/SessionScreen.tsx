/** One session on the screen: the overview before it, the live screen, the summary after it, and what is opened over them. */
import { useInput } from "ink";
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { FlashSource } from "../../flash/flashes.ts";
import type { WorkoutSummary } from "../../player/types.ts";
import type { Session } from "../../session/types.ts";
import { buildSessionFigures } from "../layout/figure.ts";
import { scrollRangeOf } from "../layout/scrollable-page.ts";
import { handleSessionKey, INITIAL_SCREEN_STATE, type SessionKeyEffect } from "../session-control.ts";
import { parseKeyNames } from "../session-keys.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { buildSessionPage, renderSession, type SessionSnapshot } from "./render-session.ts";
import { ScreenLines } from "./ScreenLines.tsx";
import { useRenderedLines } from "./use-rendered-lines.ts";

export interface SessionScreenProps {
  readonly session: Session;
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  readonly flashes: FlashSource;
  readonly summarise: () => WorkoutSummary;
  /** Figures stand still. */
  readonly stillFigures: boolean;
  readonly onLeave: () => void;
  readonly onInterrupt: () => void;
}

export function SessionScreen(props: SessionScreenProps) {
  const { session, terminal, theme, flashes, summarise, stillFigures, onLeave, onInterrupt } = props;
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [control, setControl] = useState(INITIAL_SCREEN_STATE);
  const figures = useMemo(() => buildSessionFigures(session.plan, stillFigures), [session, stillFigures]);
  const subject = useMemo(() => ({ session, summarise, figures }), [session, summarise, figures]);

  // A word about what failed at the side and a light change no frame, but must be seen: all are read as one.
  const read = useMemo(() => {
    let moment: SessionSnapshot = { frame: session.frame(), notice: session.message(), flash: flashes.state() };
    return () => {
      const [frame, word, lit] = [session.frame(), session.message(), flashes.state()];
      if (frame !== moment.frame || word !== moment.notice || lit !== moment.flash)
        moment = { frame, notice: word, flash: lit };
      return moment;
    };
  }, [session, flashes]);
  const draw = useCallback(
    (moment: SessionSnapshot) => renderSession(subject, moment, control, size).map(theme.paint),
    [subject, control, size, theme],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = [session.onFrame(listener), flashes.onChange(listener)];
      return () => leave.forEach((each) => void each());
    },
    [session, flashes],
  );
  const lines = useRenderedLines(subscribe, read, draw);

  const perform = (effect: SessionKeyEffect) => {
    switch (effect.type) {
      case "send": {
        const { phase, stretchable } = session.frame();
        if (effect.command.type !== "extend" || stretchable) return session.send(effect.command);
        return session.showMessage(
          phase === "open" ? "Take as long as you need." : "Repetitions have their own length.",
        );
      }
      case "leave":
        return onLeave();
      case "interrupt":
        return onInterrupt();
      case "suspend":
        return terminal.suspend();
    }
  };
  const current = useRef(control);
  useInput((input, key) => {
    for (const name of parseKeyNames(input, key)) {
      const { status } = session.frame();
      const page = buildSessionPage(subject, status, current.current.overlay, size);
      const outcome = handleSessionKey(current.current, name, {
        status,
        ...scrollRangeOf(page, size),
      });
      current.current = outcome.state;
      setControl(outcome.state);
      if (outcome.effect) perform(outcome.effect);
    }
  });
  return <ScreenLines lines={lines} columns={size.columns} />;
}
