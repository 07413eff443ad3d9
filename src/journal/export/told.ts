/** A session in words for people who look at it elsewhere: what was done of each exercise, and what was said about it. */
import type { SessionFile } from "../format.ts";
import { summaryOf } from "../read/summary.ts";

/** "Pigeon pose: 4 of 4 sets, 3 min 40 s", a line an exercise; then answers and notes. */
export function toldLines(session: SessionFile): string[] {
  const { blocks } = summaryOf(session);
  const { effort, tightness, tightnessSide, notes } = session;
  const side = tightness && tightnessSide ? ` (${tightnessSide})` : "";
  return [
    ...blocks
      .filter((block) => block.begun > 0)
      .map((block) => `${block.name}: ${block.completed} of ${block.sets} sets, ${secondsText(block.seconds)}`),
    ...(effort === null ? [] : [`Effort ${effort} of 10`]),
    ...(tightness === null ? [] : [`Tightness ${tightness} of 10${side}`]),
    ...notes,
  ];
}

/** "45 s", "3 min 40 s". */
export function secondsText(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
}
