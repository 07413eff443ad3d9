/** The journal lines that a session's events write. */
import { formatTimestamp } from "../../calendar.ts";
import type { Plan } from "../../plan/types.ts";
import type { Happening } from "../../player/types.ts";
import type { DatedHappening } from "../../session/types.ts";
import type { EventLine, StartedLine } from "../journal-format.ts";

/** The lines for a batch of events. The caller writes the line for session-started, because it knows the options. */
export function buildEventLines(plan: Plan, dated: readonly DatedHappening[]): EventLine[] {
  const lines: EventLine[] = [];
  for (const { happening, dueEpochMs } of dated) {
    const last = lines.at(-1);
    if (happening.type === "step-started" && last?.line === "step" && last.next === null) {
      lines[lines.length - 1] = { ...last, next: happening.step };
      continue;
    }
    // Quitting stays on the step: its record may hold a better result than "quit".
    if (happening.type === "session-ended" && happening.how === "quit" && last?.line === "step") {
      lines[lines.length - 1] = { ...last, next: last.index };
    }
    const line = buildEventLine(plan, happening, { at: happening.atMs / 1000, time: formatTimestamp(dueEpochMs) });
    if (line) lines.push(line);
  }
  return lines;
}

function buildEventLine(plan: Plan, happening: Happening, when: { at: number; time: string }): EventLine | null {
  switch (happening.type) {
    case "step-ended":
    case "corrected": {
      const planned = plan.steps[happening.step];
      return {
        line: "step",
        ...when,
        index: happening.step,
        how: happening.how,
        seconds: happening.durationMs / 1000,
        reps: happening.reps,
        next: null,
        ...(happening.type === "corrected" && { corrected: true as const }),
        label: planned?.label ?? "",
        plannedSeconds: planned?.durationMs == null ? null : planned.durationMs / 1000,
        plannedReps: planned?.reps ?? 0,
      };
    }
    case "step-started":
      return { line: "began", ...when, index: happening.step };
    case "paused":
      return { line: "paused", ...when, reason: happening.reason };
    case "resumed":
      return { line: "resumed", ...when };
    case "session-ended":
      return { line: "ended", ...when, how: happening.how };
    case "session-started":
    case "beat":
    case "mark":
    case "extended":
      return null;
  }
}

/** One line of the file, including the line break. */
export function formatJournalLine(line: StartedLine | EventLine): string {
  return `${JSON.stringify(line)}\n`;
}
