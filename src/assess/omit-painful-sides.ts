/**
 * Leaves alone a side that hurt in the Thomas test: its own work goes, and so does what loads or fully bends that hip while
 * the other side works. Pure.
 */
import type { Block, Exercise, Routine, Section } from "../catalog/types.ts";
import type { Side } from "../terms.ts";
import { formatLocalDate } from "./describe-result.ts";
import { targetsHip } from "./screening.ts";
import type { Assessment } from "./stored-record.ts";
import type { ScreeningTable, ThomasTable } from "./table-schema.ts";
import { SIDES } from "./types.ts";

/** A side whose last test reported pain, with the local date of that test. */
export interface PainfulSide {
  readonly side: Side;
  readonly testedOn: string;
}

/** What is no longer done of a routine. */
export interface PainOmission {
  readonly exercise: string;
  /** What is left of it: nothing, or the other side alone. */
  readonly after: "left out" | "left side only" | "right side only";
  readonly why: string;
}

export interface RoutineWithoutPain {
  readonly routine: Routine;
  /** In the order of the routine; empty if nothing had to go. */
  readonly omissions: readonly PainOmission[];
}

export interface PainTables {
  readonly thomas: Pick<ThomasTable, "leaveAlone">;
  readonly screening: Pick<ScreeningTable, "targets">;
}

/**
 * The sides that hurt when they were last tested. A test that did not look at a side takes nothing back.
 *
 * @param newestFirst every assessment; read only as far as needed.
 */
export function findPainfulSides(newestFirst: Iterable<Assessment>): PainfulSide[] {
  const painful: PainfulSide[] = [];
  const open = new Set<Side>(SIDES);
  for (const assessment of newestFirst) {
    for (const side of open) {
      const { pain } = assessment.sides[side];
      if (pain === null) continue;
      open.delete(side);
      if (pain !== "no") painful.push({ side, testedOn: formatLocalDate(assessment) });
    }
    if (open.size === 0) break;
  }
  return painful.sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side));
}

/**
 * The routine without work for a side that hurts. Each section that lost something says so in its advice.
 *
 * Only exercises that the table lists are done on the other side: of all others it is not known that they spare the hip.
 * If both sides hurt, no hip work is left. The test itself stays: it shows whether the pain has gone.
 *
 * @param isRequested whether the person asked for this exercise by name.
 */
export function omitPainfulSides(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  painful: readonly PainfulSide[],
  tables: PainTables,
  isRequested: (exercise: Exercise) => boolean,
): RoutineWithoutPain {
  const omissions: PainOmission[] = [];
  const omitFromSection = (section: Section): Section => {
    const before = omissions.length;
    const blocks = section.blocks.flatMap((block) => {
      const exercise = exercises.get(block.exercise);
      if (!exercise) return [block];
      const { kept, omission } = omitFromBlock(block, exercise, painful, tables, isRequested);
      if (omission) omissions.push(omission);
      return kept ?? [];
    });
    const omitted = omissions.slice(before);
    if (omitted.length === 0) return section;
    return { ...section, blocks, advice: [...describeOmissions(omitted, exercises), ...section.advice] };
  };
  const sections = painful.length === 0 ? routine.sections : routine.sections.map(omitFromSection);
  return { routine: omissions.length === 0 ? routine : { ...routine, sections }, omissions };
}

/** One sentence for each reason: "Psoas march, Mountain climbers: left out, because your left side hurt …". */
function describeOmissions(omitted: readonly PainOmission[], exercises: ReadonlyMap<string, Exercise>): string[] {
  const namesByReason = new Map<string, Set<string>>();
  for (const { exercise, after, why } of omitted) {
    const reason = `${after}, because ${why}.`;
    const names = namesByReason.get(reason) ?? new Set();
    namesByReason.set(reason, names.add(exercises.get(exercise)?.name ?? exercise));
  }
  return [...namesByReason].map(([reason, names]) => `${[...names].join(", ")}: ${reason}`);
}

function omitFromBlock(
  block: Block,
  exercise: Exercise,
  painful: readonly PainfulSide[],
  { thomas: { leaveAlone }, screening }: PainTables,
  isRequested: (exercise: Exercise) => boolean,
): { kept: Block | null; omission: PainOmission | null } {
  const [first, second] = painful;
  const unchanged = { kept: block, omission: null };
  const omit = (why: string) => ({
    kept: null,
    omission: { exercise: block.exercise, after: "left out" as const, why },
  });
  if (!first || exercise.kind === "assessment" || !targetsHip(exercise, screening)) return unchanged;
  if (second) return omit(`both sides hurt in your test (${first.testedOn}, ${second.testedOn})`);
  const why = `your ${first.side} side hurt in the test of ${first.testedOn}`;
  const other = first.side === "left" ? "right" : "left";
  if (exercise.sides.mode === "each" && leaveAlone.spares.includes(exercise.id)) {
    if (block.side === other) return unchanged;
    if (block.side === first.side) return omit(why);
    return {
      kept: { ...block, side: other },
      omission: { exercise: block.exercise, after: `${other} side only`, why },
    };
  }
  if (leaveAlone.onRequest.includes(exercise.id)) {
    return isRequested(exercise)
      ? unchanged
      : omit(`${why}; it works both sides and is done only if you ask for it by name`);
  }
  if (block.side === first.side) return omit(why);
  return omit(
    exercise.sides.mode === "each" ? `${why}, and it loads or bends that hip too` : `${why}, and it works both sides`,
  );
}
