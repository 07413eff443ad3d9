/** A session in words, for readers elsewhere: what was done of each exercise, scores, answers and notes. */
import { formatScore } from "../player/score-text.ts";
import { formatShareOf } from "../text/sentence.ts";
import { SKIP_REASON_LABELS } from "./session-answers.ts";
import type { SessionFile, StoredScore } from "./session-format.ts";
import { summariseSessionFile } from "./session-summary.ts";

/** "7 rounds + 12 reps": a stored score as a person says it. */
export function formatStoredScore(score: StoredScore): string {
  return formatScore({ ...score, ms: score.seconds * 1000 });
}

/** A session for readers elsewhere: "Pigeon pose: 4 of 4 sets, 3 min 40 s", one line per exercise; then answers and notes. */
export function describeSessionResult(session: SessionFile): string[] {
  const { blocks } = summariseSessionFile(session);
  const { effort, pain, tightness, tightnessSide, skipReason, notes } = session;
  const side = tightness && tightnessSide ? ` (${tightnessSide})` : "";
  return [
    ...blocks
      .filter((block) => block.started > 0)
      .map(
        (block) =>
          `${block.name}: ${formatShareOf(block.completed, block.sets, "set")}, ${formatMinutesAndSeconds(block.seconds)}`,
      ),
    ...(session.scores ?? []).map((score) => `Score: ${formatStoredScore(score)} (${score.workout})`),
    ...(effort === null ? [] : [`Effort ${effort} of 10`]),
    ...(pain === null ? [] : [`Pain ${pain} of 10`]),
    ...(tightness === null ? [] : [`Tightness ${tightness} of 10${side}`]),
    ...(skipReason === null ? [] : [`Sets skipped: ${SKIP_REASON_LABELS[skipReason]}`]),
    ...notes,
  ];
}

/** "45 s", "3 min 40 s". */
function formatMinutesAndSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
}
