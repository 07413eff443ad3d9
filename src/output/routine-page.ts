/** One routine, whole: what is done in which order, what to know beside it, where it comes from. */
import { doseSpan, strokesIn } from "../catalog/dose-text.ts";
import type { About, Block, Exercise, Routine, Section, Source } from "../catalog/types.ts";
import { figureJson, sourceText, strokesJson } from "./exercise-page.ts";
import { bullets, type Part } from "./page.ts";

type Exercises = ReadonlyMap<string, Exercise>;

/** The parts of the page. `minutes` is null when there is nothing to do. */
export function routinePage(routine: Routine, exercises: Exercises, minutes: number | null): readonly Part[] {
  const own = routine.origin === "yours" ? ", yours" : "";
  const time = minutes === null ? "" : ` · about ${minutes} min`;
  const equipment = new Set(
    routine.sections.flatMap((section) => section.blocks).flatMap((block) => equipmentOf(block, exercises)),
  );
  return [
    { type: "title", text: routine.name, aside: `${routine.id} · routine${own}${time}` },
    { type: "gap" },
    { type: "text", text: routine.summary },
    { type: "gap" },
    { type: "item", mark: "Equipment", text: [...equipment].join(", ") || "none" },
    ...(routine.aliases.length > 0
      ? ([{ type: "item", mark: "Also called", text: routine.aliases.join(", ") }] as const)
      : []),
    ...routine.sections.flatMap((section, index) => sectionParts(section, index, routine, exercises)),
    ...routine.about.flatMap((about) => aboutParts(about, routine)),
    ...(routine.notice
      ? ([
          { type: "heading", text: "Before you start" },
          { type: "text", text: routine.notice },
        ] as const)
      : []),
    ...(routine.source
      ? ([
          { type: "heading", text: "Source" },
          { type: "text", text: sourceText(routine.source) },
        ] as const)
      : []),
  ];
}

function sectionParts(section: Section, index: number, routine: Routine, exercises: Exercises): readonly Part[] {
  const title =
    section.title === ""
      ? "What you do"
      : routine.sections.length > 1
        ? `${index + 1}. ${section.title}`
        : section.title;
  return [
    { type: "heading", text: title },
    ...(section.summary ? ([{ type: "text", text: section.summary }] as const) : []),
    ...section.blocks.map((block): Part => ({ type: "item", mark: "-", text: blockText(block, exercises) })),
    ...section.advice.map((text): Part => ({ type: "item", mark: "-", text })),
    ...small(section.source, routine),
  ];
}

function blockText(block: Block, exercises: Exercises): string {
  const exercise = exercises.get(block.exercise);
  if (!exercise) return block.exercise;
  const note = block.note ? ` (${block.note})` : "";
  const side = block.side ? `, ${block.side} only` : "";
  return `${exercise.name}: ${doseSpan(exercise, block)}${side}${note}`;
}

function aboutParts(about: About, routine: Routine): readonly Part[] {
  return [...bullets(about.title, about.items), ...small(about.source, routine)];
}

function small(source: Source | null, { source: within }: Routine): readonly Part[] {
  return source ? [{ type: "small", text: `Source: ${sourceText(source, within)}` }] : [];
}

function equipmentOf(block: Block, exercises: Exercises): readonly string[] {
  return block.equipment ?? exercises.get(block.exercise)?.equipment ?? [];
}

/** The routine as `show --json` prints it: each block with the dose that holds, times in seconds. */
export function routineJson(routine: Routine, exercises: Exercises, minutes: number | null): object {
  const { sections, ...rest } = routine;
  return {
    type: "routine",
    ...rest,
    minutes,
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.flatMap((block) => {
        const exercise = exercises.get(block.exercise);
        return exercise ? [blockJson(block, exercise)] : [];
      }),
    })),
  };
}

function blockJson(block: Block, exercise: Exercise): object {
  return {
    exercise: exercise.id,
    name: exercise.name,
    dose: doseSpan(exercise, block),
    sets: figureJson(block.sets ?? exercise.dose.sets, "count"),
    reps: figureJson(block.reps ?? exercise.dose.reps, "count"),
    strokes: strokesJson(strokesIn(exercise, block)),
    rest: figureJson(block.rest ?? exercise.dose.rest, "seconds"),
    priority: block.priority,
    equipment: block.equipment ?? exercise.equipment,
    side: block.side ?? null,
    note: block.note,
  };
}
