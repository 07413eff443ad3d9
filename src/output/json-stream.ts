/** Writes a running session as JSON lines: its happenings, and the cues that are heard in order among them. */
import type { PlayedCue } from "../audio/cue-playback.ts";
import { computeScores } from "../player/score.ts";
import type { Session } from "../session/types.ts";
import { formatCueJson, formatHappeningJson } from "./json-lines.ts";

/** Where the cues of a session come from. */
interface CueSource {
  onCue(listener: (played: PlayedCue) => void): () => void;
}

/**
 * Writes a session as JSON lines from now on; `session-ended` is the last line.
 *
 * @param name what a notice calls the subscriber if writing fails.
 * @param version the version of the program.
 * @returns a function that stops it.
 */
export function writeSessionAsJson(
  name: string,
  session: Pick<Session, "plan" | "subscribe">,
  cueSource: CueSource,
  write: (text: string) => void,
  version?: string,
): () => void {
  const { plan } = session;
  const cues: PlayedCue[] = [];
  const stopCues = cueSource.onCue((played) => {
    // Muted cues are reported for those who show them, and are not heard.
    if (!played.heard) return;
    cues.push(played);
    queueMicrotask(() => {
      for (const one of cues.splice(0)) write(`${formatCueJson(one)}\n`);
    });
  });
  const stopHappenings = session.subscribe(name, (dated, running) => {
    const happenings = dated.map((one) => {
      const isEnd = one.happening.type === "session-ended";
      const scores = isEnd ? computeScores(plan, running.state()) : [];
      const atMs = isEnd ? Number.POSITIVE_INFINITY : one.happening.atMs;
      return { atMs, line: formatHappeningJson(one, plan, version, scores) };
    });
    const due = cues.splice(0).map((played) => ({ atMs: played.cue.atMs, line: formatCueJson(played) }));
    const lines = [...happenings, ...due].sort((a, b) => a.atMs - b.atMs);
    write(lines.map(({ line }) => `${line}\n`).join(""));
  });
  return () => {
    stopCues();
    stopHappenings();
  };
}
