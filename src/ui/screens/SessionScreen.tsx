import { useCallback, useState, useSyncExternalStore } from "react";
import type { FlashSource } from "../../flash/flashes.ts";
import type { WorkoutSummary } from "../../player/summary-types.ts";
import type { Session } from "../../session/types.ts";
import type { RemoteControl } from "../remote-control.ts";
import type { SessionReview } from "../summary.ts";
import { EndScreen } from "./EndScreen.tsx";
import { OverviewScreen } from "./OverviewScreen.tsx";
import { RemoteScreen } from "./RemoteScreen.tsx";
import { WorkoutScreen } from "./WorkoutScreen.tsx";

interface SessionScreenProps {
  readonly session: Session;
  readonly flashes: FlashSource;
  readonly summarise: () => WorkoutSummary;
  readonly review: () => Promise<SessionReview>;
  /** Figures stand still. */
  readonly stillFigures: boolean;
  /** The pages that show the session elsewhere. */
  readonly remote?: RemoteControl;
  readonly onLeave: () => void;
}

export function SessionScreen({ summarise, review, remote, onLeave, ...running }: SessionScreenProps) {
  const { session } = running;
  const [isCodeShown, showCode] = useState(remote?.isWanted ?? false);
  const closeCode = useCallback(() => showCode(false), []);
  const openCode = useCallback(() => showCode(true), []);
  const status = useSyncExternalStore(session.onFrame, () => session.frame().status);
  const cutSetText = useSyncExternalStore(session.onFrame, () => session.frame().cutSetText);
  if (remote && isCodeShown && status !== "finished") return <RemoteScreen remote={remote} onClose={closeCode} />;
  const onShowCode = remote ? openCode : () => {};
  switch (status) {
    case "ready":
      return (
        <OverviewScreen
          plan={session.plan}
          from={session.state().step}
          onStart={() => session.send({ type: "start" })}
          onShowCode={onShowCode}
          onLeave={onLeave}
        />
      );
    case "finished":
      return (
        <EndScreen
          plan={session.plan}
          summary={summarise()}
          review={review}
          notices={session.notices()}
          {...(cutSetText !== "" && { cutSet: { text: cutSetText, onCorrect: session.send } })}
          onLeave={onLeave}
        />
      );
    default:
      // Who quits leaves: the screen stays as it is until it is gone.
      return <WorkoutScreen {...running} onShowCode={onShowCode} />;
  }
}
