/** Which hook a happening calls, and what that hook is told: JSON on standard input, the main facts as variables. Pure. */
import { formatHappeningJson } from "../output/json-lines.ts";
import type { Plan } from "../plan/types.ts";
import type { Happening } from "../player/types.ts";
import type { DatedHappening } from "../session/types.ts";

export const HOOK_NAMES = [
  "session-started",
  "step-started",
  "set-ended",
  "paused",
  "resumed",
  "session-ended",
] as const;

export type HookName = (typeof HOOK_NAMES)[number];

/** The hook that a happening calls; null if it calls none. */
export function hookOf(happening: Happening, plan: Plan): HookName | null {
  switch (happening.type) {
    case "step-ended":
      return plan.steps[happening.step]?.kind === "set" ? "set-ended" : null;
    case "session-started":
    case "step-started":
    case "paused":
    case "resumed":
    case "session-ended":
      return happening.type;
    default:
      return null;
  }
}

/** What a hook is told. */
export interface HookMessage {
  readonly hook: HookName;
  /** One line of JSON: that of `unwind run --json`, with `hook`, `session`, `routine`, `title` and the step's own fields. */
  readonly input: string;
  /** `UNWIND_EVENT` and, after `UNWIND_EVENT_`, the main facts. None has the name of a setting. */
  readonly variables: Readonly<Record<string, string>>;
}

/** @param step the step that was on when it happened. */
export function describeHookEvent(
  hook: HookName,
  dated: DatedHappening,
  step: number,
  plan: Plan,
  sessionId: string,
): HookMessage {
  const { happening } = dated;
  const at = plan.steps["step" in happening ? happening.step : step];
  const event = JSON.parse(formatHappeningJson(dated, plan));
  const about = at && {
    index: at.index,
    kind: at.kind,
    exercise: at.exercise,
    name: plan.exercises[at.exercise]?.name,
    label: at.label,
    side: at.side,
    set: at.set,
  };
  const facts: Readonly<Record<string, string | number | null | undefined>> = {
    SESSION: sessionId,
    ROUTINE: plan.routine,
    TITLE: plan.title,
    TIME: event.time,
    STEP: at?.index,
    STEPS: plan.steps.length,
    KIND: at?.kind,
    EXERCISE: at?.exercise,
    LABEL: at?.label,
    SIDE: at?.side,
    SECONDS: event.seconds,
    REPS: event.reps,
    HOW: event.how,
    REASON: event.reason,
  };
  const told = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
  return {
    hook,
    input: `${JSON.stringify({ hook, session: sessionId, routine: plan.routine, title: plan.title, ...about, ...event })}\n`,
    variables: Object.fromEntries([
      ["UNWIND_EVENT", hook],
      // A variable cannot hold the character that ends it.
      ...told.map(([name, value]) => [`UNWIND_EVENT_${name}`, String(value).replaceAll("\0", "")]),
    ]),
  };
}
