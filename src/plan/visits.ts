/** One time that a block is done: what stands in front of it, its rounds and clocks, and what is done with it. */
import type { Group, Routine, Section, SetValues } from "../catalog/types.ts";
import type { Elapsed, GroupClock } from "./clocks.ts";
import type { Dose } from "./dose.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import type { StepRound } from "./step-types.ts";
import type { PlanGroup } from "./types.ts";

/** A rest or a get-ready in front of a block. */
export interface Lead {
  readonly kind: "rest" | "prepare";
  /** From the start of the plan, in milliseconds. */
  readonly atMs: number;
  /** null: it lasts until an interval is over. */
  readonly durationMs: number | null;
  readonly note: string | null;
  /** Only for what is left of an interval: the round and the clocks that it still belongs to, and the one that ends it. */
  readonly left?: {
    readonly rounds: readonly StepRound[];
    readonly clocks: readonly GroupClock[];
    readonly clock: GroupClock;
  };
}

/** One time that a block is done, and what stands in front of it. */
export interface Visit {
  readonly dose: Dose;
  /** Innermost first; undefined outside groups. The same object for all visits of a round. */
  readonly rounds: readonly StepRound[] | undefined;
  /** What the rounds change, outermost first. */
  readonly roundValues: readonly SetValues[];
  readonly leads: readonly Lead[];
  /** When its own steps begin, and the time behind which nothing counts; in milliseconds from the start of the plan. */
  readonly atMs: number;
  readonly ceilingMs: number;
  /** The clocks that run, innermost first. The same object for all visits of a round. */
  readonly clocks: readonly GroupClock[];
  /** Whether it stands for a further round of as many as possible, of which nobody knows whether it is done. */
  readonly isRepeat: boolean;
  readonly switchMs: number;
}

/** How long a visit takes, and the rest that its last set asks for; in milliseconds. */
export interface VisitLength extends Readonly<Elapsed> {
  readonly lastRestMs: number;
}

/** What is done with the visits. */
export interface Visitor {
  visit(visit: Visit): VisitLength;
  /** The number that stands for a group in the rounds of its steps. */
  enterGroup(group: Pick<Group, "name" | "note">, parts: Pick<PlanGroup, "rounds">): number;
  leaveGroup(group: number): void;
  /** A clock stops; what follows is behind it. */
  endClock?(clock: GroupClock): void;
  /** Only for a visitor that needs the length alone: rounds that are alike are then walked three times at most. */
  readonly measuresOnly?: true;
}

/** Where a block stands, and what it goes by. */
interface GapPlace {
  readonly section: Section;
  /** Innermost first. */
  readonly groups: readonly Group[];
}

/**
 * The get-ready or the change of sides of a block, in milliseconds: a flag beats everything, then the innermost place wins.
 */
export function chooseGapMs(
  name: "prepare" | "switch",
  { block, exercise, standsAlone }: Dose,
  { section, groups }: GapPlace,
  {
    routine,
    flags,
    defaults,
  }: { readonly routine: Routine; readonly flags: PlanFlags; readonly defaults: PlanDefaults },
): number {
  const flagMs = flags[`${name}Ms`];
  if (flagMs !== undefined) return flagMs;
  const seconds =
    (name === "prepare" && standsAlone ? undefined : block[name]) ??
    groups.find((group) => group[name] !== undefined)?.[name] ??
    section[name] ??
    routine[name] ??
    exercise[name];
  return seconds === undefined ? defaults[`${name}Ms`] : Math.round(seconds * 1000);
}
