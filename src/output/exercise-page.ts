/** One exercise, whole, as it is read before it is done for the first time. */
import {
  formatDoseRange,
  formatRange,
  getEffectiveStrokes,
  isSameAtAllLevels,
  resolveAllLevels,
  serialiseAmount,
} from "../catalog/doses.ts";
import type { DoseValue, Exercise, Sides, SourceReference, Stroke } from "../catalog/types.ts";
import type { FigureLine } from "../figure/canvas.ts";
import { LEVELS } from "../terms.ts";
import { createBulletList, type PageElement } from "./page.ts";
import type { Column } from "./table.ts";

/**
 * The parts of the page.
 *
 * @param figure the poses, drawn; none where nobody could see them.
 */
export function buildExercisePage(exercise: Exercise, figure: readonly FigureLine[] = []): readonly PageElement[] {
  const { sides } = exercise;
  const own = exercise.origin === "yours" ? ", yours" : "";
  return [
    { type: "title", text: exercise.name, aside: `${exercise.id} · ${exercise.kind}${own}` },
    { type: "gap" },
    { type: "text", text: exercise.summary },
    { type: "gap" },
    { type: "item", mark: "Targets", text: exercise.targets.join(", ") },
    { type: "item", mark: "Equipment", text: exercise.equipment.join(", ") || "none" },
    { type: "item", mark: "Dose", text: formatDoseRange(exercise) },
    { type: "item", mark: "Sides", text: describeSides(sides) },
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
    ...exercise.steps.map((text, index): PageElement => ({ type: "item", mark: `${index + 1}.`, text })),
    ...createBulletList("Keep in mind", exercise.cues),
    ...createBulletList("Cautions", exercise.cautions),
    { type: "heading", text: "Dose" },
    ...buildDoseElements(exercise),
    ...createBulletList("Easier", exercise.easier),
    ...createBulletList("Harder", exercise.harder),
    { type: "heading", text: "Source" },
    { type: "text", text: formatSource(exercise.source) },
  ];
}

/** The exercise as `show --json` prints it: amounts as in a file and at each level, times in seconds. */
export function exerciseToJson({ pattern, dose, ...exercise }: Exercise): object {
  return {
    type: "exercise",
    ...exercise,
    open: pattern.type === "open",
    strokes: strokesToJson(pattern.type === "open" ? [] : pattern.strokes),
    dose: {
      sets: doseValueToJson(dose.sets, "count"),
      reps: doseValueToJson(dose.reps, "count"),
      rest: doseValueToJson(dose.rest, "seconds"),
    },
  };
}

/** Strokes with the figure of each. */
export function strokesToJson(strokes: readonly Stroke[]): readonly object[] {
  return strokes.map((stroke) => ({ ...stroke, seconds: doseValueToJson(stroke.seconds, "seconds") }));
}

/** `{value, easy, standard, hard, basis, reason}`. */
export function doseValueToJson(figure: DoseValue, unit: "seconds" | "count"): object {
  const { amount, basis, reason } = figure;
  return { value: serialiseAmount(amount), ...resolveAllLevels(amount, unit), basis, reason };
}

/** "Psoas Release · Step 3 · its author"; within something of the same source only the place in it. */
export function formatSource(
  { guide, section, author }: SourceReference,
  within: SourceReference | null = null,
): string {
  if (section !== null && within?.guide === guide) return section;
  return [guide, section, author].filter((part) => part !== null).join(" · ");
}

function describeSides(sides: Sides): string {
  if (sides.mode === "both") return "both at once";
  if (sides.mode === "alternating") return "alternating, repetition by repetition";
  return sides.order === "one-side-first" ? "each in turn, all sets of one side first" : "each in turn, set by set";
}

const DOSE_COLUMNS: readonly Column[] = [
  { title: "", minWidth: 14 },
  ...LEVELS.map((level): Column => ({ title: level, align: "right" })),
  { title: "grounds", minWidth: 20 },
];

/** Every figure at every level, side by side, with where it comes from. */
function buildDoseElements(exercise: Exercise): readonly PageElement[] {
  const { dose, pattern } = exercise;
  const lasting = getEffectiveStrokes(exercise, null).filter((stroke) => formatRange(stroke.seconds.amount) !== "0");
  const rows = [
    createDoseRow("sets", dose.sets, "count"),
    ...(isStated(dose.reps) ? [createDoseRow("repetitions", dose.reps, "count")] : []),
    ...lasting.map((stroke) =>
      createDoseRow(stroke.fast ? `${stroke.phase}, fast` : stroke.phase, stroke.seconds, "seconds"),
    ),
    ...(isStated(dose.rest) ? [createDoseRow("rest", dose.rest, "seconds")] : []),
  ];
  const open: readonly PageElement[] =
    pattern.type === "open" ? [{ type: "text", text: "A set lasts until you say that it is done." }] : [];
  return [...open, { type: "table", header: DOSE_COLUMNS, rows }];
}

function createDoseRow(name: string, figure: DoseValue, unit: "seconds" | "count"): readonly string[] {
  const levels = resolveAllLevels(figure.amount, unit);
  const text = (value: number) => (unit === "seconds" ? `${value} s` : String(value));
  const cells = isSameAtAllLevels(figure.amount)
    ? ["", text(levels.standard), ""]
    : LEVELS.map((level) => text(levels[level]));
  const grounds = figure.basis === "guide" ? "the source" : "our default";
  return [name, ...cells, figure.reason ? `${grounds}: ${figure.reason}` : grounds];
}

/** Whether the file gives the figure; one that it leaves out is not worth a line. */
function isStated(figure: DoseValue): boolean {
  return figure.basis === "guide" || figure.reason !== null;
}
