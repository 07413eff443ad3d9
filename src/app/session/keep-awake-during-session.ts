/** Keeps the display awake from the start of a session to its end. */
import type { Session } from "../../session/types.ts";
import { keepAwake } from "../../system/keep-awake.ts";
import type { Host } from "../../system/programs.ts";

/** Follows a session, also one that runs already. Through its pauses the display stays awake: a person may look. */
export function keepAwakeDuringSession(session: Session, machine: Host, keep = keepAwake): void {
  let end: (() => void) | null = null;
  const begin = () => {
    end ??= keep(machine);
  };
  const { status } = session.state();
  if (status === "running" || status === "paused") begin();
  session.subscribe("awake", (dated) => {
    if (dated.some(({ happening }) => happening.type === "session-started")) begin();
    if (dated.some(({ happening }) => happening.type === "session-ended")) end?.();
  });
}
