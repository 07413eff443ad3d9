/** A plan laid out for the terminal: each step below its clock, in the colour of its phase, and wrapped between words. */
import { layOutPlan, type PlanLine } from "../plan/plan-text.ts";
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import type { FramePhase } from "../player/frame-types.ts";
import type { Style } from "./style.ts";
import { loadTextMeasure, wrapHanging } from "./text-width.ts";

interface PlanPageOptions {
  /** Whether rounds that are alike are all printed. */
  readonly all: boolean;
  /** Why doses were chosen; empty if they were not. */
  readonly reasons: readonly string[];
  readonly columns: number;
}

/** Renders the lines of the page. */
export async function renderPlanPage(plan: Plan, options: PlanPageOptions, style: Style): Promise<readonly string[]> {
  const why: readonly PlanLine[] =
    options.reasons.length === 0
      ? []
      : [
          { text: "", indent: 0 },
          { text: "Suggested from your history", indent: 0, isTitle: true },
          ...options.reasons.map((reason) => ({ text: `  ${reason}`, indent: 2 })),
        ];
  const lines = [...layOutPlan(plan, options.all), ...why];
  const measure = await loadTextMeasure(lines.map(({ text }) => text));
  return lines.flatMap((line, index) => {
    const wrapped = wrapHanging(line.text, line.indent, options.columns, measure);
    if (line.isTitle) return wrapped.map(index === 0 ? style.strong : style.heading);
    return line.step ? wrapped.map((text, row) => paintStep(text, row, line, style)) : wrapped;
  });
}

/** The clock is dim, and the label up to its colon has the colour of the phase; what is no set stands back. */
function paintStep(text: string, row: number, { indent, step }: PlanLine, style: Style): string {
  const phase = step ? phaseOf(step) : "open";
  if (phase === "rest") return style.faint(text);
  if (row > 0) return text;
  const end = text.indexOf(": ", indent) + 1 || text.length;
  return style.faint(text.slice(0, indent)) + style.phase(text.slice(indent, end), phase) + text.slice(end);
}

/** A set has the phase of its longest stroke. */
function phaseOf({ kind, beats }: Step): FramePhase {
  if (kind !== "set") return kind;
  return (
    beats.reduce((best, beat) => (best && best.durationMs >= beat.durationMs ? best : beat), beats[0])?.phase ?? "open"
  );
}
