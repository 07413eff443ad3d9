/** A routine as the program uses it, checked once and with every default filled in; and the catalogue of all there are. */
import type { FigureDefinition } from "../figure/schema.ts";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import type { Side } from "../terms.ts";
import type { DoseValue, Exercise, Origin, SourceReference, Stroke } from "./exercise-types.ts";

/** The values of one set, or of one round of a ladder, where they differ from the block's. */
export interface SetValues {
  readonly reps?: number;
  /** Seconds of a single timed stroke. */
  readonly hold?: number;
  /** The strokes of another tempo. */
  readonly strokes?: readonly Stroke[];
  /** Seconds after this set. */
  readonly rest?: number;
  readonly load?: string;
  readonly note?: string;
}

/** One exercise in a routine, with the routine's overrides. */
export interface Block {
  readonly exercise: string;
  readonly sets: DoseValue | null;
  readonly reps: DoseValue | null;
  /** Seconds of a single timed stroke. */
  readonly hold: DoseValue | null;
  /** The four strokes of a tempo, in the exercise's own order. */
  readonly strokes: readonly Stroke[] | null;
  readonly rest: DoseValue | null;
  /** What is used here; null: as the exercise says. */
  readonly equipment: readonly string[] | null;
  /** The only side it is done on; absent if the exercise decides. */
  readonly side?: Side;
  /** The side that it begins with, unless a flag says another; absent: the person's usual one. */
  readonly firstSide?: Side;
  /** 1 for the core of the routine; blocks with a higher number are left out first when time is short. */
  readonly priority: number;
  readonly note: string | null;
  /** Whether it warms up for what follows: of those that do, one stays however short the time is. */
  readonly warmUp?: true;
  /** The exercise from which `note` and `prepare` lead over; where that is not done just before, neither holds. */
  readonly after?: string;
  /** In place of those of the exercise. */
  readonly position?: string;
  readonly figure?: FigureDefinition;
  /** Values of each set; as many as there are sets. */
  readonly ownSets?: readonly SetValues[];
  /** What is lifted, or which band: "20 kg". */
  readonly load?: string;
  /** Seconds in place of the person's settings. */
  readonly prepare?: number;
  readonly switch?: number;
  /** Seconds in place of the exercise's own: of a self-paced repetition, and of a set that waits for the person. */
  readonly pace?: number;
  readonly cap?: number;
}

/** Blocks done together in rounds, as a tree over the blocks of a section. */
export interface Group {
  readonly name: string | null;
  readonly note: string | null;
  /**
   * The values of each round, as many as there are rounds; {} for a round that changes nothing. null: as many rounds as
   * possible within the cap.
   */
  readonly rounds: readonly SetValues[] | null;
  /** Seconds between its items, and between its rounds. */
  readonly between: number;
  readonly rest: number;
  /** Seconds from the beginning of one round to that of the next. */
  readonly every?: number;
  /** Seconds after which it ends wherever it stands. */
  readonly cap?: number;
  /** Done for time: the clock counts up. */
  readonly countUp?: true;
  /** How many of its items are done, chosen by chance; and whether chance decides their order. */
  readonly pick?: number;
  readonly shuffle?: true;
  readonly prepare?: number;
  readonly switch?: number;
  readonly items: readonly Item[];
}

/** A rest of its own; seconds. */
export interface RestItem {
  readonly rest: number;
  readonly note: string | null;
}

/** What a list of blocks holds. */
export type Item =
  | { readonly type: "block"; readonly block: Block }
  | { readonly type: "group"; readonly group: Group }
  | { readonly type: "rest"; readonly rest: RestItem };

export interface Section {
  readonly title: string;
  readonly summary: string | null;
  /** Every exercise block, of whatever depth, in order. */
  readonly blocks: readonly Block[];
  /** The blocks with the groups and rests among them; absent where there are none. */
  readonly items?: readonly Item[];
  readonly prepare?: number;
  readonly switch?: number;
  readonly advice: readonly string[];
  /** How the program treats the section beyond showing it: see schema.ts. */
  readonly part?: (typeof SECTION_PARTS)[number];
  readonly source: SourceReference | null;
}

export const SECTION_PARTS = ["test", "screening", "persists"] as const;

export interface AboutEntry {
  readonly topic: "causes" | "myths" | "stop" | "facts";
  readonly title: string;
  readonly items: readonly string[];
  readonly source: SourceReference | null;
}

/** How often a routine is done. */
export interface Frequency {
  /** Days a week: fewest and most. */
  readonly days: { readonly from: number; readonly to: number };
  /** Days without it between two with it. */
  readonly between: number;
  /** What goes with it on other days. */
  readonly otherDays: string | null;
  readonly basis: DoseValue["basis"];
  readonly reason: string | null;
}

export interface Routine {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly sections: readonly Section[];
  /** The exercises that only this routine has; absent where there are none. */
  readonly ownExercises?: readonly Exercise[];
  readonly prepare?: number;
  readonly switch?: number;
  /** Absent where nobody has said how often. */
  readonly frequency?: Frequency;
  readonly about: readonly AboutEntry[];
  readonly notice: string | null;
  readonly source: SourceReference | null;
  readonly origin: Origin;
  /** Shipped to show what a file can say, apart from the guides' routines. */
  readonly collection?: "workouts";
}

/** What a file of the catalogue can hold. */
export type EntryType = "exercise" | "routine";

/** The signs to stop, which all shipped routines and the test share: `data/stop.json`. */
export interface StopList {
  readonly title: string;
  readonly items: readonly string[];
}

/** Every available exercise and routine, by id. */
export interface Catalog {
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly routines: ReadonlyMap<string, Routine>;
  /** Faults of the files that were skipped. */
  readonly faults: readonly FileFault[];
  /** What the files of the person's own routines say, by the routine's id. */
  readonly sources?: ReadonlyMap<string, JsonSource>;
}
