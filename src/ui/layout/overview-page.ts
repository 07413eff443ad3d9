/** The page before a workout: what it is, what it takes, what to mind. */
import type { Plan, Step } from "../../plan/types.ts";
import { formatDuration, textWidth, truncate, wrapText } from "./fit-text.ts";
import type { Line } from "./line.ts";
import { EMPTY_LINE, indent, spaceBetween, span, textLine } from "./line.ts";
import type { ScrollablePage } from "./scrollable-page.ts";

const LABEL_COLUMNS = 10;

/** @param from the step that it begins with: what lies before it was done already, and is not shown. */
export function buildOverviewPage(plan: Plan, columns: number, from = 0): ScrollablePage {
  const steps = plan.steps.slice(from);
  const blocks = [...new Set(steps.flatMap((step) => plan.blocks[step.block] ?? []))];
  const used = new Set(blocks.map(({ exercise }) => exercise));
  const exercises = [...used].flatMap((id) => plan.exercises[id] ?? []);
  const equipment = [...new Set(blocks.flatMap((block) => block.equipment))];
  const cautions = [...new Set(exercises.flatMap((exercise) => exercise.cautions))];
  const changes = plan.changes.filter(({ exercise }) => used.has(exercise));
  const openSteps = steps.filter((step) => step.durationMs === null).length;
  const time = from > 0 ? `${formatDuration(sumDurationMs(steps))} left` : formatDuration(plan.totalMs);
  const ahead = plan.sections.filter(({ index }) => from === 0 || index >= (steps[0]?.section ?? 0));
  return {
    heading: [spaceBetween(columns, span(plan.title, "accent", true), span(time, "plain", true)), EMPTY_LINE],
    body: [
      ...(from > 0 ? renderLabelled("Goes on", `with ${steps[0]?.label ?? ""}`, columns) : []),
      ...renderLabelled("Needs", equipment.length > 0 ? equipment.join(", ") : "nothing", columns),
      ...renderLabelled("Level", plan.level, columns),
      ...(openSteps > 0 ? renderLabelled("Pace", formatWaitingSteps(openSteps), columns) : []),
      EMPTY_LINE,
      ...ahead.flatMap((section) => renderSection(plan, steps, section, columns)),
      ...renderTitled("Changed", renderBullets(changes.map(formatChange(plan)), columns), columns),
      ...renderTitled("Before you begin", plan.notice ? renderParagraph(plan.notice, columns) : [], columns),
      ...renderTitled("Take care", renderBullets(cautions, columns), columns),
    ],
  };
}

/** What it takes beside its minutes: steps that wait for the person. */
function formatWaitingSteps(openSteps: number): string {
  return openSteps === 1 ? "one step waits for you" : `${openSteps} steps wait for you`;
}

function sumDurationMs(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
}

/** "Pigeon pose: 1 × 55 s in place of 2 × 55 s, to fit 15:00". */
const formatChange = (plan: Plan) => (change: Plan["changes"][number]) =>
  `${plan.exercises[change.exercise]?.name ?? change.exercise}: ${change.after} in place of ${change.before}, ${change.why}`;

function renderLabelled(label: string, text: string, columns: number): Line[] {
  const at = columns < 40 ? label.length + 1 : LABEL_COLUMNS;
  return wrapText(text, columns - at).map((line, index) =>
    index === 0 ? [span(label.padEnd(at), "dim"), span(line)] : indent([span(line)], at),
  );
}

function renderSection(plan: Plan, steps: readonly Step[], section: Plan["sections"][number], columns: number): Line[] {
  const blocks = plan.blocks.filter((block) => block.section === section.index);
  const lines = [
    ...blocks.flatMap((block) => renderBlock(plan, steps, block, columns)),
    ...renderBullets(section.advice, columns),
  ];
  if (lines.length === 0) return [];
  return renderTitled(section.title === "" ? "Exercises" : section.title, lines, columns);
}

/** A block with the time of those of its steps that are among the given ones; nothing when none is. */
function renderBlock(plan: Plan, among: readonly Step[], block: Plan["blocks"][number], columns: number): Line[] {
  const steps = among.filter((step) => plan.blocks[step.block] === block);
  if (steps.length === 0) return [];
  const name = plan.exercises[block.exercise]?.name ?? block.exercise;
  const open = steps.some((step) => step.durationMs === null);
  const time = open ? "your pace" : formatDuration(sumDurationMs(steps));
  const doseText = open ? "" : block.dose;
  const note = block.note ? wrapText(block.note, columns - 2).map((line) => indent([span(line, "dim")], 2)) : [];
  if (columns < 56) {
    return [
      spaceBetween(columns, span(name, "plain", true), span(time, "dim")),
      ...(open ? [] : [indent(textLine(doseText, columns - 2), 2)]),
      ...note,
    ];
  }
  const timeColumns = 10;
  const nameColumns = Math.floor((columns - timeColumns) * 0.5);
  const shown = truncate(name, nameColumns - 2);
  const left = shown + " ".repeat(nameColumns - textWidth(shown));
  const dose = truncate(doseText, columns - timeColumns - nameColumns);
  const gap = " ".repeat(columns - nameColumns - textWidth(dose) - textWidth(time));
  return [[span(left, "plain", true), span(dose), span(gap), span(time, "dim")], ...note];
}

function renderTitled(title: string, lines: readonly Line[], columns: number): Line[] {
  return lines.length === 0 ? [] : [textLine(title, columns, "accent"), ...lines, EMPTY_LINE];
}

function renderBullets(texts: readonly string[], columns: number): Line[] {
  return texts.flatMap((text) =>
    wrapText(text, columns - 2).map((line, index): Line => [span(index === 0 ? "· " : "  ", "dim"), span(line)]),
  );
}

function renderParagraph(text: string, columns: number): Line[] {
  return wrapText(text, columns).map((line) => [span(line)]);
}
