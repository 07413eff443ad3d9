/** A page about one routine: what is done and in which order, background, and sources. */
import { listRoutineEquipment } from "../catalog/create-routine.ts";
import { formatDoseRange, getEffectiveStrokes } from "../catalog/doses.ts";
import type { Exercise, SourceReference } from "../catalog/exercise-types.ts";
import { formatFrequency } from "../catalog/frequency.ts";
import type { Block, Frequency, Group, Item, Routine, Section } from "../catalog/types.ts";
import { formatDoseDuration } from "../text/duration.ts";
import { capitaliseFirst } from "../text/sentence.ts";
import { doseValueToJson, exerciseToJson, formatBasis, formatSource, strokesToJson } from "./exercise-page.ts";
import { createItem, createList, createParagraph, type PageElement } from "./page.ts";

type ExercisesById = ReadonlyMap<string, Exercise>;

/** Builds the page. `minutes` is null if there is nothing to do. */
export function buildRoutinePage(
  routine: Routine,
  exercises: ExercisesById,
  minutes: number | null,
): readonly PageElement[] {
  const own = routine.origin === "yours" ? ", yours" : "";
  const time = minutes === null ? "" : ` · about ${minutes} min`;
  const equipment = listRoutineEquipment(routine, exercises);
  return [
    { type: "title", text: routine.name, aside: `${routine.id} · routine${own}${time}` },
    { type: "gap" },
    ...(routine.summary === "" ? [] : ([{ type: "text", text: routine.summary }, { type: "gap" }] as const)),
    { type: "item", label: "Equipment", text: equipment.join(", ") || "none" },
    ...createItem("Also called", routine.aliases.join(", ")),
    ...routine.sections.flatMap((section, index) => buildSectionElements(section, index, routine, exercises)),
    ...(routine.frequency ? buildFrequencyElements(routine.frequency) : []),
    ...routine.about.flatMap(({ title, items, source }) => [
      ...createList(title, items),
      ...buildSourceNote(source, routine),
    ]),
    ...createParagraph("Before you start", routine.notice),
    ...createParagraph("Source", routine.source && formatSource(routine.source)),
  ];
}

function buildSectionElements(
  section: Section,
  index: number,
  routine: Routine,
  exercises: ExercisesById,
): readonly PageElement[] {
  const title =
    section.title === ""
      ? "What you do"
      : routine.sections.length > 1
        ? `${index + 1}. ${section.title}`
        : section.title;
  return [
    { type: "heading", text: title },
    ...(section.summary ? ([{ type: "text", text: section.summary }] as const) : []),
    ...itemsOf(section).flatMap((item) => buildItemElements(item, exercises)),
    ...section.advice.flatMap((text) => createItem("-", text)),
    ...buildSourceNote(section.source, routine),
  ];
}

/** What a section holds: its groups and rests, too. */
function itemsOf({ items, blocks }: Section): readonly Item[] {
  return items ?? blocks.map((block): Item => ({ type: "block", block }));
}

function buildItemElements(item: Item, exercises: ExercisesById, depth = 0): readonly PageElement[] {
  const bullet = (text: string): PageElement => ({ type: "item", label: "-", text, ...(depth > 0 && { depth }) });
  switch (item.type) {
    case "block":
      return [bullet(describeBlock(item.block, exercises))];
    case "rest":
      return [bullet(`Rest ${item.rest.rest} s${item.rest.note ? ` (${item.rest.note})` : ""}`)];
    case "group":
      return [
        bullet(describeGroup(item.group)),
        ...item.group.items.flatMap((inner) => buildItemElements(inner, exercises, depth + 1)),
      ];
  }
}

/** "Circuit: 3 rounds, 15 s between exercises, rest 60 s", "3 rounds of 21, 15, 9, for time", "10 rounds, every 60 s". */
function describeGroup({ name, note, rounds, between, rest, every, cap, countUp, pick, shuffle }: Group): string {
  const parts = [
    ...(pick === undefined ? [] : [`${pick} of these, chosen at random`]),
    ...(shuffle ? ["in random order"] : []),
    rounds === null ? `as many rounds as possible in ${formatDoseDuration((cap ?? 0) * 1000)}` : describeRounds(rounds),
    ...(every === undefined ? [] : [`every ${formatDoseDuration(every * 1000)}`]),
    ...(countUp ? ["for time"] : []),
    ...(rounds !== null && cap !== undefined ? [`at most ${formatDoseDuration(cap * 1000)}`] : []),
    ...(between > 0 ? [`${between} s between exercises`] : []),
    ...(rest > 0 ? [`rest ${rest} s`] : []),
  ];
  return `${name === null ? "" : `${name}: `}${parts.join(", ")}${note === null ? "" : ` (${note})`}`;
}

function describeRounds(rounds: NonNullable<Group["rounds"]>): string {
  const [first] = rounds;
  const figures = rounds.map(({ reps, hold, load }) => load ?? (hold === undefined ? reps : `${hold} s`));
  const ladder = first && Object.keys(first).length > 0 ? ` of ${figures.join(", ")}` : "";
  return rounds.length === 1 ? "1 round" : `${rounds.length} rounds${ladder}`;
}

function describeBlock(block: Block, exercises: ExercisesById): string {
  const exercise = exercises.get(block.exercise);
  if (!exercise) return block.exercise;
  const load = block.load === undefined ? "" : `, ${block.load}`;
  const note = block.note ? ` (${block.note})` : "";
  const side = block.side ? `, ${block.side} only` : "";
  return `${exercise.name}: ${formatDoseRange(exercise, block)}${load}${side}${note}`;
}

function buildFrequencyElements(frequency: Frequency): readonly PageElement[] {
  const { otherDays, basis, reason } = frequency;
  return [
    ...createParagraph("How often", `${capitaliseFirst(formatFrequency(frequency))}.`),
    ...createItem("On other days", otherDays),
    { type: "small", text: capitaliseFirst(formatBasis({ basis, reason })) },
  ];
}

function buildSourceNote(source: SourceReference | null, { source: within }: Routine): readonly PageElement[] {
  return source ? [{ type: "small", text: `Source: ${formatSource(source, within)}` }] : [];
}

/** The routine as `show --json` prints it: each block with its effective dose, times in seconds. */
export function routineToJson(routine: Routine, exercises: ExercisesById, minutes: number | null): object {
  const { sections, ownExercises, ...rest } = routine;
  return {
    type: "routine",
    ...rest,
    ...(ownExercises && { exercises: ownExercises.map(exerciseToJson) }),
    minutes,
    sections: sections.map(({ items, ...section }) => ({
      ...section,
      ...(items && { items: items.map((item) => itemToJson(item, exercises)) }),
      blocks: section.blocks.flatMap((block) => {
        const exercise = exercises.get(block.exercise);
        return exercise ? [blockToJson(block, exercise)] : [];
      }),
    })),
  };
}

/** A block, a group with its items, or a rest; times in seconds. */
function itemToJson(item: Item, exercises: ExercisesById): object {
  if (item.type === "group")
    return { ...item.group, items: item.group.items.map((inner) => itemToJson(inner, exercises)) };
  if (item.type === "rest") return item.rest;
  const exercise = exercises.get(item.block.exercise);
  return exercise ? blockToJson(item.block, exercise) : {};
}

function blockToJson(block: Block, exercise: Exercise): object {
  return {
    exercise: exercise.id,
    name: exercise.name,
    dose: formatDoseRange(exercise, block),
    sets: doseValueToJson(block.sets ?? exercise.dose.sets, "count"),
    reps: doseValueToJson(block.reps ?? exercise.dose.reps, "count"),
    strokes: strokesToJson(getEffectiveStrokes(exercise, block)),
    rest: doseValueToJson(block.rest ?? exercise.dose.rest, "seconds"),
    priority: block.priority,
    equipment: block.equipment ?? exercise.equipment,
    side: block.side ?? null,
    note: block.note,
    ...(block.warmUp && { warmUp: block.warmUp }),
    ...(block.after !== undefined && { after: block.after }),
    ...(block.position !== undefined && { position: block.position }),
    ...(block.figure && { figure: block.figure }),
    ...(block.load !== undefined && { load: block.load }),
    ...(block.ownSets && { ownSets: block.ownSets }),
  };
}
