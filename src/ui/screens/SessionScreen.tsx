/** One session on the screen: the overview before it, the live screen, the summary after it, and what is opened over them. */
import { useInput } from "ink";
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Lights } from "../../flash/lights.ts";
import type { Summary } from "../../player/types.ts";
import type { Session } from "../../session/types.ts";
import { type Effect, INITIAL_CONTROL, pressed } from "../control.ts";
import { keyNames } from "../keys.ts";
import { reachOf } from "../layout/document.ts";
import { figureView } from "../layout/figure.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { Lines } from "./Lines.tsx";
import { type Moment, pageOf, pictureOf } from "./picture.ts";
import { useLines } from "./use-lines.ts";

export interface SessionScreenProps {
  readonly session: Session;
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  readonly lights: Lights;
  readonly summarise: () => Summary;
  /** Figures stand still. */
  readonly still: boolean;
  readonly onLeave: () => void;
  readonly onInterrupt: () => void;
}

export function SessionScreen(props: SessionScreenProps) {
  const { session, terminal, theme, lights, summarise, still, onLeave, onInterrupt } = props;
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [control, setControl] = useState(INITIAL_CONTROL);
  const view = useMemo(() => figureView(session.plan, still), [session, still]);
  const subject = useMemo(() => ({ session, summarise, view }), [session, summarise, view]);

  // A word about what failed at the side and a light change no frame, but must be seen: all are read as one.
  const read = useMemo(() => {
    let moment: Moment = { frame: session.frame(), word: session.word(), lit: lights.lit() };
    return () => {
      const [frame, word, lit] = [session.frame(), session.word(), lights.lit()];
      if (frame !== moment.frame || word !== moment.word || lit !== moment.lit) moment = { frame, word, lit };
      return moment;
    };
  }, [session, lights]);
  const draw = useCallback(
    (moment: Moment) => pictureOf(subject, moment, control, size).map(theme.paint),
    [subject, control, size, theme],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = [session.onFrame(listener), lights.onLit(listener)];
      return () => leave.forEach((each) => void each());
    },
    [session, lights],
  );
  const lines = useLines(subscribe, read, draw);

  const perform = (effect: Effect) => {
    switch (effect.type) {
      case "send": {
        const { phase, stretchable } = session.frame();
        if (effect.command.type !== "extend" || stretchable) return session.send(effect.command);
        return session.say(phase === "open" ? "Take as long as you need." : "Repetitions have their own length.");
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
    for (const name of keyNames(input, key)) {
      const { status } = session.frame();
      const page = pageOf(subject, status, current.current.overlay, size);
      const outcome = pressed(current.current, name, {
        status,
        ...reachOf(page, size),
      });
      current.current = outcome.control;
      setControl(outcome.control);
      if (outcome.effect) perform(outcome.effect);
    }
  });
  return <Lines lines={lines} columns={size.columns} />;
}
