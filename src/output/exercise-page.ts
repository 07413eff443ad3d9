/** One exercise, whole, as it is read before it is done for the first time. */
import { asWritten, atLevels, isOneNumber, spanText } from "../catalog/amounts.ts";
import { doseSpan, strokesIn } from "../catalog/dose-text.ts";
import type { Exercise, Figure, Sides, Source, Stroke } from "../catalog/types.ts";
import type { FigureLine } from "../figure/canvas.ts";
import { LEVELS } from "../terms.ts";
import { bullets, type Part } from "./page.ts";
import type { Column } from "./table.ts";

/**
 * The parts of the page.
 *
 * @param figure the poses, drawn; none where nobody could see them.
 */
export function exercisePage(exercise: Exercise, figure: readonly FigureLine[] = []): readonly Part[] {
  const { sides } = exercise;
  const own = exercise.origin === "yours" ? ", yours" : "";
  return [
    { type: "title", text: exercise.name, aside: `${exercise.id} · ${exercise.kind}${own}` },
    { type: "gap" },
    { type: "text", text: exercise.summary },
    { type: "gap" },
    { type: "item", mark: "Targets", text: exercise.targets.join(", ") },
    { type: "item", mark: "Equipment", text: exercise.equipment.join(", ") || "none" },
    { type: "item", mark: "Dose", text: doseSpan(exercise) },
    { type: "item", mark: "Sides", text: sidesText(sides) },
    ...(sides.mode === "both"
      ? []
      : ([
          { type: "item", mark: "Left", text: sides.left },
          { type: "item", mark: "Right", text: sides.right },
        ] as const)),
    ...(exercise.aliases.length > 0
      ? ([{ type: "item", mark: "Also called", text: exercise.aliases.join(", ") }] as const)
      : []),
    { type: "heading", text: "Position" },
    { type: "text", text: exercise.position },
    ...(figure.length > 0 ? ([{ type: "gap" }, { type: "picture", lines: figure }] as const) : []),
    { type: "heading", text: "Steps" },
    ...exercise.steps.map((text, index): Part => ({ type: "item", mark: `${index + 1}.`, text })),
    ...bullets("Keep in mind", exercise.cues),
    ...bullets("Cautions", exercise.cautions),
    { type: "heading", text: "Dose" },
    ...doseParts(exercise),
    ...bullets("Easier", exercise.easier),
    ...bullets("Harder", exercise.harder),
    { type: "heading", text: "Source" },
    { type: "text", text: sourceText(exercise.source) },
  ];
}

/** The exercise as `show --json` prints it: amounts as in a file and at each level, times in seconds. */
export function exerciseJson({ pattern, dose, ...exercise }: Exercise): object {
  return {
    type: "exercise",
    ...exercise,
    open: pattern.type === "open",
    strokes: strokesJson(pattern.type === "open" ? [] : pattern.strokes),
    dose: {
      sets: figureJson(dose.sets, "count"),
      reps: figureJson(dose.reps, "count"),
      rest: figureJson(dose.rest, "seconds"),
    },
  };
}

/** Strokes with the figure of each. */
export function strokesJson(strokes: readonly Stroke[]): readonly object[] {
  return strokes.map((stroke) => ({ ...stroke, seconds: figureJson(stroke.seconds, "seconds") }));
}

/** `{value, easy, standard, hard, basis, reason}`. */
export function figureJson(figure: Figure, unit: "seconds" | "count"): object {
  const { amount, basis, reason } = figure;
  return { value: asWritten(amount), ...atLevels(amount, unit), basis, reason };
}

/** "Psoas Release · Step 3 · its author"; within something of the same source only the place in it. */
export function sourceText({ guide, section, author }: Source, within: Source | null = null): string {
  if (section !== null && within?.guide === guide) return section;
  return [guide, section, author].filter((part) => part !== null).join(" · ");
}

function sidesText(sides: Sides): string {
  if (sides.mode === "both") return "both at once";
  if (sides.mode === "alternating") return "alternating, repetition by repetition";
  return sides.order === "one-side-first" ? "each in turn, all sets of one side first" : "each in turn, set by set";
}

const COLUMNS: readonly Column[] = [
  { title: "", least: 14 },
  ...LEVELS.map((level): Column => ({ title: level, align: "right" })),
  { title: "grounds", least: 20 },
];

/** Every figure at every level, side by side, with where it comes from. */
function doseParts(exercise: Exercise): readonly Part[] {
  const { dose, pattern } = exercise;
  const lasting = strokesIn(exercise, null).filter((stroke) => spanText(stroke.seconds.amount) !== "0");
  const rows = [
    row("sets", dose.sets, "count"),
    ...(isSaid(dose.reps) ? [row("repetitions", dose.reps, "count")] : []),
    ...lasting.map((stroke) => row(stroke.fast ? `${stroke.phase}, fast` : stroke.phase, stroke.seconds, "seconds")),
    ...(isSaid(dose.rest) ? [row("rest", dose.rest, "seconds")] : []),
  ];
  const open: readonly Part[] =
    pattern.type === "open" ? [{ type: "text", text: "A set lasts until you say that it is done." }] : [];
  return [...open, { type: "table", header: COLUMNS, rows }];
}

function row(name: string, figure: Figure, unit: "seconds" | "count"): readonly string[] {
  const levels = atLevels(figure.amount, unit);
  const text = (value: number) => (unit === "seconds" ? `${value} s` : String(value));
  const cells = isOneNumber(figure.amount)
    ? ["", text(levels.standard), ""]
    : LEVELS.map((level) => text(levels[level]));
  const grounds = figure.basis === "guide" ? "the source" : "our default";
  return [name, ...cells, figure.reason ? `${grounds}: ${figure.reason}` : grounds];
}

/** Whether the file gives the figure; one that it leaves out is not worth a line. */
function isSaid(figure: Figure): boolean {
  return figure.basis === "guide" || figure.reason !== null;
}
