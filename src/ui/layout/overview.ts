/** The page before a workout: what it is, what it takes, what to mind. */
import type { Plan, Step } from "../../plan/types.ts";
import type { Document } from "./document.ts";
import { cut, lengthText, width, wrap } from "./fit-text.ts";
import type { Line } from "./line.ts";
import { EMPTY, ends, indent, piece, textLine } from "./line.ts";

const LABEL_COLUMNS = 10;

/** @param from the step that it begins with: what lies before it was done already, and is not shown. */
export function overview(plan: Plan, columns: number, from = 0): Document {
  const steps = plan.steps.slice(from);
  const blocks = [...new Set(steps.flatMap((step) => plan.blocks[step.block] ?? []))];
  const used = new Set(blocks.map(({ exercise }) => exercise));
  const exercises = [...used].flatMap((id) => plan.exercises[id] ?? []);
  const equipment = [...new Set(blocks.flatMap((block) => block.equipment))];
  const cautions = [...new Set(exercises.flatMap((exercise) => exercise.cautions))];
  const changes = plan.changes.filter(({ exercise }) => used.has(exercise));
  const openSteps = steps.filter((step) => step.durationMs === null).length;
  const time = from > 0 ? `${lengthText(lengthOf(steps))} left` : lengthText(plan.totalMs);
  const ahead = plan.sections.filter(({ index }) => from === 0 || index >= (steps[0]?.section ?? 0));
  return {
    heading: [ends(columns, piece(plan.title, "accent", true), piece(time, "plain", true)), EMPTY],
    body: [
      ...(from > 0 ? labelled("Goes on", `with ${steps[0]?.label ?? ""}`, columns) : []),
      ...labelled("Needs", equipment.length > 0 ? equipment.join(", ") : "nothing", columns),
      ...labelled("Level", plan.level, columns),
      ...(openSteps > 0 ? labelled("Pace", waiting(openSteps), columns) : []),
      EMPTY,
      ...ahead.flatMap((section) => sectionLines(plan, steps, section, columns)),
      ...titled("Changed", bullets(changes.map(changeText(plan)), columns), columns),
      ...titled("Before you begin", plan.notice ? paragraph(plan.notice, columns) : [], columns),
      ...titled("Take care", bullets(cautions, columns), columns),
    ],
  };
}

/** What it takes beside its minutes: steps that wait for the person. */
function waiting(openSteps: number): string {
  return openSteps === 1 ? "one step waits for you" : `${openSteps} steps wait for you`;
}

function lengthOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
}

/** "Pigeon pose: 1 × 55 s in place of 2 × 55 s, to fit 15:00". */
const changeText = (plan: Plan) => (change: Plan["changes"][number]) =>
  `${plan.exercises[change.exercise]?.name ?? change.exercise}: ${change.after} in place of ${change.before}, ${change.why}`;

function labelled(label: string, text: string, columns: number): Line[] {
  const at = columns < 40 ? label.length + 1 : LABEL_COLUMNS;
  return wrap(text, columns - at).map((line, index) =>
    index === 0 ? [piece(label.padEnd(at), "dim"), piece(line)] : indent([piece(line)], at),
  );
}

function sectionLines(plan: Plan, steps: readonly Step[], section: Plan["sections"][number], columns: number): Line[] {
  const blocks = plan.blocks.filter((block) => block.section === section.index);
  const lines = [
    ...blocks.flatMap((block) => blockLines(plan, steps, block, columns)),
    ...bullets(section.advice, columns),
  ];
  if (lines.length === 0) return [];
  return titled(section.title === "" ? "Exercises" : section.title, lines, columns);
}

/** A block with the time of those of its steps that are among the given ones; nothing when none is. */
function blockLines(plan: Plan, among: readonly Step[], block: Plan["blocks"][number], columns: number): Line[] {
  const steps = among.filter((step) => plan.blocks[step.block] === block);
  if (steps.length === 0) return [];
  const name = plan.exercises[block.exercise]?.name ?? block.exercise;
  const open = steps.some((step) => step.durationMs === null);
  const time = open ? "your pace" : lengthText(lengthOf(steps));
  const doseText = open ? "" : block.dose;
  const note = block.note ? wrap(block.note, columns - 2).map((line) => indent([piece(line, "dim")], 2)) : [];
  if (columns < 56) {
    return [
      ends(columns, piece(name, "plain", true), piece(time, "dim")),
      ...(open ? [] : [indent(textLine(doseText, columns - 2), 2)]),
      ...note,
    ];
  }
  const timeColumns = 10;
  const nameColumns = Math.floor((columns - timeColumns) * 0.5);
  const shown = cut(name, nameColumns - 2);
  const left = shown + " ".repeat(nameColumns - width(shown));
  const dose = cut(doseText, columns - timeColumns - nameColumns);
  const gap = " ".repeat(columns - nameColumns - width(dose) - width(time));
  return [[piece(left, "plain", true), piece(dose), piece(gap), piece(time, "dim")], ...note];
}

function titled(title: string, lines: readonly Line[], columns: number): Line[] {
  return lines.length === 0 ? [] : [textLine(title, columns, "accent"), ...lines, EMPTY];
}

function bullets(texts: readonly string[], columns: number): Line[] {
  return texts.flatMap((text) =>
    wrap(text, columns - 2).map((line, index): Line => [piece(index === 0 ? "· " : "  ", "dim"), piece(line)]),
  );
}

function paragraph(text: string, columns: number): Line[] {
  return wrap(text, columns).map((line) => [piece(line)]);
}
