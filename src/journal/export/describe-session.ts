/** A session described for readers elsewhere: what was done of each exercise, then answers and notes. */
import type { SessionFile } from "../session-format.ts";
import { summariseSessionFile } from "../session-summary.ts";

/** "Pigeon pose: 4 of 4 sets, 3 min 40 s", one line per exercise; then answers and notes. */
export function describeSessionResult(session: SessionFile): string[] {
  const { blocks } = summariseSessionFile(session);
  const { effort, tightness, tightnessSide, notes } = session;
  const side = tightness && tightnessSide ? ` (${tightnessSide})` : "";
  return [
    ...blocks
      .filter((block) => block.started > 0)
      .map(
        (block) => `${block.name}: ${block.completed} of ${block.sets} sets, ${formatMinutesAndSeconds(block.seconds)}`,
      ),
    ...(effort === null ? [] : [`Effort ${effort} of 10`]),
    ...(tightness === null ? [] : [`Tightness ${tightness} of 10${side}`]),
    ...notes,
  ];
}

/** "45 s", "3 min 40 s". */
function formatMinutesAndSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
}
