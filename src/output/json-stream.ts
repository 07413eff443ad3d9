/** Writes a running session as JSON lines: its happenings, and the cues that are heard in order among them. */
import type { PlayedCue } from "../audio/cue-playback.ts";
import type { Plan } from "../plan/types.ts";
import { computeScores } from "../player/score.ts";
import type { Session, SessionSubscriber } from "../session/types.ts";
import { formatCueJson, formatHappeningJson } from "./json-lines.ts";

/**
 * Writes a session's happenings as JSON lines, with the cues that are due in order among them; `session-ended` is the
 * last line.
 *
 * @param version the version of the program.
 * @param takeCues returns the cues that became due since the last call.
 */
export function createJsonSubscriber(
  plan: Plan,
  write: (text: string) => void,
  version?: string,
  takeCues: () => readonly PlayedCue[] = () => [],
): SessionSubscriber {
  return (dated, session) => {
    const happenings = dated.map((one) => {
      const isEnd = one.happening.type === "session-ended";
      const scores = isEnd ? computeScores(plan, session.state()) : [];
      const atMs = isEnd ? Number.POSITIVE_INFINITY : one.happening.atMs;
      return { atMs, line: formatHappeningJson(one, plan, version, scores) };
    });
    const cues = takeCues().map((played) => ({ atMs: played.cue.atMs, line: formatCueJson(played) }));
    const lines = [...happenings, ...cues].sort((a, b) => a.atMs - b.atMs);
    write(lines.map(({ line }) => `${line}\n`).join(""));
  };
}

/** Where the cues of a session come from. */
interface CueSource {
  onCue(listener: (played: PlayedCue) => void): () => void;
}

/**
 * Writes a session as JSON lines from now on: its happenings, and the cues that are heard in order among them.
 *
 * @param name what a notice calls the subscriber if writing fails.
 * @returns a function that stops it.
 */
export function writeSessionAsJson(
  name: string,
  session: Session,
  cueSource: CueSource,
  write: (text: string) => void,
  version?: string,
): () => void {
  const cues: PlayedCue[] = [];
  const takeCues = () => cues.splice(0);
  const writeCues = () => {
    for (const played of takeCues()) write(`${formatCueJson(played)}\n`);
  };
  const stopCues = cueSource.onCue((played) => {
    // Muted cues are reported for those who show them, and are not heard.
    if (!played.heard) return;
    cues.push(played);
    queueMicrotask(writeCues);
  });
  const stopHappenings = session.subscribe(name, createJsonSubscriber(session.plan, write, version, takeCues));
  return () => {
    stopCues();
    stopHappenings();
  };
}
