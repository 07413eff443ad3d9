import { useSyncExternalStore } from "react";
import type { FlashSource } from "../../flash/flashes.ts";
import type { WorkoutSummary } from "../../player/types.ts";
import type { Session } from "../../session/types.ts";
import type { SessionReview } from "../summary.ts";
import { EndScreen } from "./EndScreen.tsx";
import { OverviewScreen } from "./OverviewScreen.tsx";
import { WorkoutScreen } from "./WorkoutScreen.tsx";

export interface SessionScreenProps {
  readonly session: Session;
  readonly flashes: FlashSource;
  readonly summarise: () => WorkoutSummary;
  readonly review: () => Promise<SessionReview>;
  /** Figures stand still. */
  readonly stillFigures: boolean;
  readonly onLeave: () => void;
}

export function SessionScreen({ session, flashes, summarise, review, stillFigures, onLeave }: SessionScreenProps) {
  const status = useSyncExternalStore(session.onFrame, () => session.frame().status);
  switch (status) {
    case "ready":
      return (
        <OverviewScreen
          plan={session.plan}
          from={session.state().step}
          onStart={() => session.send({ type: "start" })}
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
          onLeave={onLeave}
        />
      );
    default:
      // Who quits leaves: the screen stays as it is until it is gone.
      return <WorkoutScreen session={session} flashes={flashes} stillFigures={stillFigures} />;
  }
}
