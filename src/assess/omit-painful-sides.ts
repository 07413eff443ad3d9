/**
 * Leaves alone a side that hurt in the Thomas test: its own work goes, and so does what loads or fully bends that hip while
 * the other side works. Pure.
 */
import type { Exercise } from "../catalog/exercise-types.ts";
import type { Block, Routine, Section } from "../catalog/types.ts";
import type { Side } from "../terms.ts";
import { formatLocalDate } from "./describe-result.ts";
import { targetsHip } from "./screening.ts";
import type { ScreeningTable } from "./screening-table.ts";
import type { Assessment } from "./stored-record.ts";
import type { ThomasTable } from "./thomas-table.ts";
import { SIDES } from "./types.ts";

/** A side whose last test reported pain: when that test was (ISO 8601 in UTC), and its local date. */
export interface PainfulSide {
  readonly side: Side;
  readonly testedAt: string;
  readonly testedOn: string;
}

/** What is no longer done of a routine. */
interface PainOmission {
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

interface PainTables {
  readonly thomas: Pick<ThomasTable, "leaveAlone">;
  readonly screening: Pick<ScreeningTable, "targets" | "alsoCalled">;
}

/**
 * The sides that hurt when they were last tested. A test that did not look at a side takes nothing back.
 *
 * @param newestFirst every assessment; read only as far as needed.
 */
export function findPainfulSides(newestFirst: Iterable<Assessment>, nowEpochMs: number): PainfulSide[] {
  const painful: PainfulSide[] = [];
  const open = new Set<Side>(SIDES);
  for (const assessment of newestFirst) {
    for (const side of open) {
      const { pain } = assessment.sides[side];
      if (pain === null) continue;
      open.delete(side);
      if (pain !== "no")
        painful.push({ side, testedAt: assessment.at, testedOn: formatLocalDate(assessment, nowEpochMs) });
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

/** As much of an exercise, of the catalogue or of a stored plan, as decides what pain means for it. */
interface JudgedExercise {
  readonly id: string;
  readonly kind: string;
  readonly targets: readonly string[];
  readonly sides: "both" | "each" | "alternating";
}

/** What becomes of an exercise while a side hurts, or both. */
function judgeExercise(
  exercise: JudgedExercise,
  painful: readonly PainfulSide[],
  { thomas: { leaveAlone }, screening }: PainTables,
): "unaffected" | "other-side-only" | "on-request" | "left-out" {
  if (painful.length === 0 || exercise.kind === "assessment" || !targetsHip(exercise, screening)) return "unaffected";
  if (painful.length > 1) return "left-out";
  if (exercise.sides === "each" && leaveAlone.spares.includes(exercise.id)) return "other-side-only";
  return leaveAlone.onRequest.includes(exercise.id) ? "on-request" : "left-out";
}

/**
 * The first set of a compiled plan, from a step on, that would work a side that hurts; undefined if none does. What is done
 * on request only counts as well: it was asked for before the pain was known.
 */
export function findPainfulSet(
  plan: {
    readonly steps: readonly { readonly kind: string; readonly exercise: string; readonly side: Side | null }[];
    readonly exercises: Readonly<Record<string, JudgedExercise>>;
  },
  fromStep: number,
  painful: readonly PainfulSide[],
  tables: PainTables,
): { readonly exercise: string; readonly side: Side | null } | undefined {
  return plan.steps.slice(fromStep).find(({ kind, exercise: id, side }) => {
    const exercise = plan.exercises[id];
    if (kind !== "set" || !exercise) return false;
    const rule = judgeExercise(exercise, painful, tables);
    return rule === "other-side-only" ? side === null || side === painful[0]?.side : rule !== "unaffected";
  });
}

function omitFromBlock(
  block: Block,
  exercise: Exercise,
  painful: readonly PainfulSide[],
  tables: PainTables,
  isRequested: (exercise: Exercise) => boolean,
): { kept: Block | null; omission: PainOmission | null } {
  const [first, second] = painful;
  const unchanged = { kept: block, omission: null };
  const rule = judgeExercise({ ...exercise, sides: exercise.sides.mode }, painful, tables);
  const omit = (why: string) => ({
    kept: null,
    omission: { exercise: block.exercise, after: "left out" as const, why },
  });
  if (!first || rule === "unaffected") return unchanged;
  if (second) return omit(`both sides hurt in your test (${first.testedOn}, ${second.testedOn})`);
  const why = `your ${first.side} side hurt in the test of ${first.testedOn}`;
  const other = first.side === "left" ? "right" : "left";
  if (rule === "other-side-only") {
    if (block.side === other) return unchanged;
    if (block.side === first.side) return omit(why);
    return {
      kept: { ...block, side: other },
      omission: { exercise: block.exercise, after: `${other} side only`, why },
    };
  }
  if (rule === "on-request") {
    return isRequested(exercise)
      ? unchanged
      : omit(`${why}; it works both sides and is done only if you ask for it by name`);
  }
  if (block.side === first.side) return omit(why);
  return omit(
    exercise.sides.mode === "each" ? `${why}, and it loads or bends that hip too` : `${why}, and it works both sides`,
  );
}
