/** Builds a routine from its file and the exercises that there are, and finds what the schema of one file cannot see. */
import type { JsonPath } from "../files/json-location.ts";
import { LIMITS } from "../limits.ts";
import { addFigure, normaliseBlock } from "./build-block.ts";
import { findBlockFaults } from "./check-blocks.ts";
import { changesSides, countSteps, findGroupFaults, hasOnlyRests, ONLY_RESTS } from "./check-groups.ts";
import { findOrderFaults } from "./check-order.ts";
import { listBlocks } from "./create-routine.ts";
import type { Exercise, Origin } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { normaliseFrequency } from "./frequency.ts";
import { normaliseSource, pickDefined } from "./normalise.ts";
import {
  collectBlocks,
  collectOwnExercises,
  findNamedExercise,
  isBlockInput,
  isGroupInput,
  type OwnExercises,
} from "./own-exercises.ts";
import type { RoutineFile } from "./schema.ts";
import type { BlockInput, GroupInput, ItemInput } from "./schema-blocks.ts";
import type { AboutEntry, Block, Group, Item, Routine, Section, SetValues } from "./types.ts";

/** A routine's file with an id of its own. */
export type IdentifiedRoutineFile = RoutineFile & { readonly id: string };

/** A routine, or its faults. */
type BuiltRoutine =
  | { readonly routine: Routine; readonly faults: readonly [] }
  | { readonly routine: null; readonly faults: readonly ContentFault[] };

/** Builds a routine from a file that passed the schema. */
export function buildRoutine(
  file: IdentifiedRoutineFile,
  exercises: ReadonlyMap<string, Exercise>,
  origin: Origin,
): BuiltRoutine {
  const builder = new RoutineBuilder(collectOwnExercises(file), exercises);
  const routine = builder.build(file, origin);
  return builder.faults.length > 0 ? { routine: null, faults: builder.faults } : { routine, faults: [] };
}

class RoutineBuilder {
  readonly faults: ContentFault[];
  readonly #own: OwnExercises;
  readonly #exercises: ReadonlyMap<string, Exercise>;
  /** What names in blocks mean, found once each. */
  readonly #named = new Map<string, Exercise | string>();

  constructor(own: OwnExercises, exercises: ReadonlyMap<string, Exercise>) {
    this.#own = own;
    this.#exercises = exercises;
    this.faults = [...own.faults];
  }

  build(file: IdentifiedRoutineFile, origin: Origin): Routine {
    const sections = file.sections?.map((section, index) => this.#buildSection(section, ["sections", index])) ?? [
      // A routine without sections is one section without a title.
      this.#buildSection({ title: "", ...(file.blocks && { blocks: file.blocks }) }, []),
    ];
    const items = [...(file.blocks ?? []), ...(file.sections ?? []).flatMap(({ blocks }) => blocks ?? [])];
    this.#checkWhole(file, items);
    return {
      id: file.id,
      name: file.name,
      aliases: file.aliases ?? [],
      summary: file.summary ?? "",
      sections,
      ...(this.#own.exercises.length > 0 && { ownExercises: this.#own.exercises }),
      ...pickDefined(file, ["prepare", "switch"]),
      ...(file.frequency && { frequency: normaliseFrequency(file.frequency) }),
      about: (file.about ?? []).map(
        (about): AboutEntry => ({ ...about, source: about.source ? normaliseSource(about.source) : null }),
      ),
      notice: file.notice ?? null,
      source: file.source ? normaliseSource(file.source) : null,
      origin,
    };
  }

  #checkWhole(file: RoutineFile, items: readonly ItemInput[]): void {
    const all = file.blocks ? "blocks" : "sections";
    if (hasOnlyRests(items)) this.faults.push({ path: [all], message: ONLY_RESTS });
    if (file.switch !== undefined && !changesSides(items, this.#find)) {
      this.faults.push({ path: ["switch"], message: "expected none, as no exercise in it changes sides" });
    }
    this.faults.push(...findOrderFaults(collectBlocks(file), this.#find));
    const steps = countSteps(items, this.#find);
    if (steps > LIMITS.steps) {
      const message = `expected at most ${LIMITS.steps} steps, found up to ${steps}`;
      this.faults.push({ path: [all], message });
    }
  }

  #buildSection(section: NonNullable<RoutineFile["sections"]>[number], path: JsonPath): Section {
    const input = section.blocks ?? [];
    const items = this.#buildItems(input, { path: [...path, "blocks"], depth: 0, canPrepare: true });
    if (section.switch !== undefined && !changesSides(input, this.#find)) {
      this.faults.push({ path: [...path, "switch"], message: "expected none, as no exercise in it changes sides" });
    }
    if (section.prepare !== undefined && input.length === 0) {
      this.faults.push({ path: [...path, "prepare"], message: "expected none, as there is nothing to do" });
    }
    return {
      title: section.title,
      summary: section.summary ?? null,
      blocks: listBlocks(items),
      ...(items.some(({ type }) => type !== "block") && { items }),
      ...pickDefined(section, ["prepare", "switch"]),
      advice: section.advice ?? [],
      ...pickDefined(section, ["part"]),
      source: section.source ? normaliseSource(section.source) : null,
    };
  }

  #buildItems(
    items: readonly ItemInput[],
    { path, depth, canPrepare }: { path: JsonPath; depth: number; canPrepare: boolean },
  ): readonly Item[] {
    return items.flatMap((item, index): readonly Item[] => {
      const at = [...path, index];
      if (isBlockInput(item)) {
        const block = this.#buildBlock(item, at);
        return block ? [{ type: "block", block }] : [];
      }
      if (!isGroupInput(item)) return [{ type: "rest", rest: { rest: item.rest, note: item.note ?? null } }];
      const before = items[index - 1];
      const followsRest = before !== undefined && !isBlockInput(before) && !isGroupInput(before);
      const place = {
        path: at,
        depth: depth + 1,
        canPrepare: canPrepare && !followsRest && (depth === 0 || index === 0),
      };
      return [{ type: "group", group: this.#buildGroup(item, place) }];
    });
  }

  #buildGroup(input: GroupInput, place: { path: JsonPath; depth: number; canPrepare: boolean }): Group {
    this.faults.push(...findGroupFaults(input, place, this.#find));
    const { rounds, cap } = input;
    const isTooDeep = place.depth > LIMITS.groupDepth;
    return {
      name: input.name ?? null,
      note: input.note ?? null,
      rounds: rounds === undefined && cap !== undefined ? null : normaliseRounds(rounds),
      between: input.between ?? 0,
      rest: input.rest ?? 0,
      ...pickDefined(input, ["every", "cap"]),
      ...(input.count && { countUp: true as const }),
      ...pickDefined(input, ["pick", "shuffle", "prepare", "switch"]),
      items: isTooDeep ? [] : this.#buildItems(input.blocks, { ...place, path: [...place.path, "blocks"] }),
    };
  }

  #buildBlock(block: BlockInput, path: JsonPath): Block | null {
    const exercise = this.#resolve(block.exercise);
    if (typeof exercise === "string") this.faults.push({ path: [...path, "exercise"], message: exercise });
    if (typeof exercise !== "object" || !exercise) return null;
    this.faults.push(...findBlockFaults(block, exercise, path));
    const after = block.after === undefined ? null : this.#find(block.after);
    return normaliseBlock(addFigure(block, exercise), exercise, after);
  }

  /** The exercise, or what is wrong with its name; null for an object that has faults of its own. */
  #resolve(name: BlockInput["exercise"]): Exercise | string | null {
    if (typeof name === "object") return this.#own.byObject.get(name) ?? null;
    const found = this.#named.get(name) ?? findNamedExercise(name, this.#own.exercises, this.#exercises);
    this.#named.set(name, found);
    return found;
  }

  readonly #find = (name: BlockInput["exercise"]): Exercise | null => {
    const found = this.#resolve(name);
    return typeof found === "object" ? found : null;
  };
}

function normaliseRounds(rounds: GroupInput["rounds"] = 1): readonly SetValues[] {
  if (typeof rounds === "number") return Array.from({ length: rounds }, () => ({}));
  return rounds.map((values) => pickDefined(values, ["reps", "hold", "load"]));
}
