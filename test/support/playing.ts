/** Playing a plan in tests: events in, happenings out as lines that read like a log. */
import fc from "fast-check";
import type { Plan } from "../../src/plan/types.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { Happening, PlayerEvent, PlayerState } from "../../src/player/types.ts";

/** Plays events one after another from a fresh state. */
export function play(plan: Plan, events: readonly PlayerEvent[], from: PlayerState = createInitialState()) {
  const happenings: Happening[] = [];
  let state = from;
  for (const event of events) {
    const outcome = reduce(plan, state, event);
    state = outcome.state;
    happenings.push(...outcome.happenings);
  }
  return { state, happenings };
}

/** "12.5 mark three" for every happening. */
export function log(happenings: readonly Happening[]): string[] {
  return happenings.map((happening) => {
    const at = `${Number((happening.atMs / 1000).toFixed(3))} ${happening.type}`;
    switch (happening.type) {
      case "step-started":
        return `${at} ${happening.step}`;
      case "beat":
        return `${at} ${happening.beat}`;
      case "mark":
        return `${at} ${happening.name}`;
      case "corrected":
      case "step-ended":
        return `${at} ${happening.step} ${happening.how} ${Number((happening.durationMs / 1000).toFixed(3))} s, ${happening.reps} reps`;
      case "extended":
        return `${at} ${happening.deltaMs / 1000}`;
      case "paused":
        return `${at} ${happening.reason}`;
      case "session-ended":
        return `${at} ${happening.how}`;
      default:
        return at;
    }
  });
}

/** An event by its name, at a time in seconds. */
export function at(seconds: number, type: PlayerEvent["type"], deltaSeconds = 10): PlayerEvent {
  const clockMs = seconds * 1000;
  if (type === "pause") return { type, clockMs, reason: "asked" };
  if (type === "extend") return { type, clockMs, deltaMs: deltaSeconds * 1000 };
  return { type, clockMs };
}

const askable = fc.constantFrom<PlayerEvent["type"]>(
  "pause",
  "resume",
  "skip",
  "skip-exercise",
  "back",
  "restart",
  "extend",
  "done",
  "tick",
  "start",
);

/** Any order of events after a start, at times that never go back, in whole milliseconds. */
export const anyEvents = fc
  .array(fc.record({ type: askable, afterMs: fc.integer({ min: 0, max: 40_000 }), delta: fc.constantFrom(-10, 10) }), {
    maxLength: 40,
  })
  .map((entries) => {
    let ms = 5000;
    return [
      at(5, "start"),
      ...entries.map((entry) => {
        ms += entry.afterMs;
        return at(ms / 1000, entry.type, entry.delta);
      }),
    ];
  });
