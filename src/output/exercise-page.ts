/** A page about one exercise, with everything to read before doing it for the first time. */
import {
  formatDoseRange,
  formatRange,
  getEffectiveStrokes,
  isSameAtAllLevels,
  resolveAllLevels,
  serialiseAmount,
} from "../catalog/doses.ts";
import type { DoseValue, Exercise, Sides, SourceReference, Stroke } from "../catalog/exercise-types.ts";
import type { FigureLine } from "../figure/canvas.ts";
import { LEVELS } from "../terms.ts";
import { createItem, createList, createParagraph, type PageElement } from "./page.ts";
import type { Column } from "./table.ts";

/**
 * Builds the page.
 *
 * @param figure the poses, drawn; empty if they could not be seen.
 */
export function buildExercisePage(exercise: Exercise, figure: readonly FigureLine[] = []): readonly PageElement[] {
  const { sides } = exercise;
  const own = exercise.origin === "yours" ? ", yours" : "";
  return [
    { type: "title", text: exercise.name, aside: `${exercise.id} · ${exercise.kind}${own}` },
    { type: "gap" },
    ...(exercise.summary === "" ? [] : ([{ type: "text", text: exercise.summary }, { type: "gap" }] as const)),
    ...createItem("Targets", exercise.targets.join(", ")),
    { type: "item", label: "Equipment", text: exercise.equipment.join(", ") || "none" },
    { type: "item", label: "Dose", text: formatDoseRange(exercise) },
    { type: "item", label: "Sides", text: describeSides(sides) },
    ...(sides.mode === "both" ? [] : [...createItem("Left", sides.left), ...createItem("Right", sides.right)]),
    ...createItem("Also called", exercise.aliases.join(", ")),
    ...createParagraph("Position", exercise.position),
    ...(figure.length > 0 ? ([{ type: "gap" }, { type: "picture", lines: figure }] as const) : []),
    ...createList("Steps", exercise.steps, (index) => `${index + 1}.`),
    ...createList("Keep in mind", exercise.cues),
    ...createList("Cautions", exercise.cautions),
    { type: "heading", text: "Dose" },
    ...buildDoseElements(exercise),
    ...createList("Easier", exercise.easier),
    ...createList("Harder", exercise.harder),
    ...createParagraph("Source", exercise.source && formatSource(exercise.source)),
  ];
}

/** The exercise as `show --json` prints it: values as written in the file and at each level, times in seconds. */
export function exerciseToJson({ pattern, dose, ...exercise }: Exercise): object {
  return {
    type: "exercise",
    ...exercise,
    open: pattern.type === "open",
    strokes: strokesToJson(pattern.type !== "strokes" ? [] : pattern.strokes),
    dose: {
      sets: doseValueToJson(dose.sets, "count"),
      reps: doseValueToJson(dose.reps, "count"),
      rest: doseValueToJson(dose.rest, "seconds"),
    },
  };
}

/** Strokes with their durations. */
export function strokesToJson(strokes: readonly Stroke[]): readonly object[] {
  return strokes.map((stroke) => ({ ...stroke, seconds: doseValueToJson(stroke.seconds, "seconds") }));
}

/** `{value, easy, standard, hard, basis, reason}`. */
export function doseValueToJson({ amount, basis, reason }: DoseValue, unit: "seconds" | "count"): object {
  return { value: serialiseAmount(amount), ...resolveAllLevels(amount, unit), basis, reason };
}

/** "Psoas Release · Step 3 · its author"; only the section if the surrounding page cites the same guide. */
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
  { title: "basis", minWidth: 20 },
];

/** Every dose value at every level, with its basis. */
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
    pattern.type === "open" ? [{ type: "text", text: "A set lasts as long as you need." }] : [];
  return [...open, { type: "table", header: DOSE_COLUMNS, rows }];
}

function createDoseRow(name: string, value: DoseValue, unit: "seconds" | "count"): readonly string[] {
  const levels = resolveAllLevels(value.amount, unit);
  const text = (amount: number) => (unit === "seconds" ? `${amount} s` : String(amount));
  const cells = isSameAtAllLevels(value.amount)
    ? ["", text(levels.standard), ""]
    : LEVELS.map((level) => text(levels[level]));
  return [name, ...cells, formatBasis(value)];
}

/** "from the guide", or "our choice: two or three days a week (Garber 2011)". */
export function formatBasis({ basis, reason }: Pick<DoseValue, "basis" | "reason">): string {
  const whose = basis === "guide" ? "from the guide" : "our choice";
  return reason ? `${whose}: ${reason}` : whose;
}

/** Whether the exercise states the value; unstated defaults are not shown. */
function isStated({ basis, reason }: DoseValue): boolean {
  return basis === "guide" || reason !== null;
}
