/** The words of lists and completion: what they say of an exercise or a routine. */
import type { ExerciseKind, Origin } from "../../catalog/exercise-types.ts";

/** One entry of the list; `list --json` prints an array of these. */
export interface ListEntry {
  readonly type: "exercise" | "routine";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it is good for. */
  readonly summary: string;
  /** One kind for an exercise; for a routine, all kinds that it contains. */
  readonly kinds: readonly ExerciseKind[];
  /** Exercises only: "3 sets of 30–60 s per side". */
  readonly dose?: string;
  /** Routines only: whole minutes with the user's settings, null if there is nothing to do or no plan; and its exercises. */
  readonly minutes?: number | null;
  readonly exercises?: readonly string[];
  readonly targets: readonly string[];
  readonly equipment: readonly string[];
  readonly origin: Origin;
  /** Routines only: the section of the list that it stands in, if not among the routines. */
  readonly collection?: "workouts";
}

/** The exercises and routines of one catalogue, routines first, by id. */
export interface EntryIndex {
  readonly entries: readonly ListEntry[];
  /** The doses of exercises where room is short, by id: "3 × 30–60 s". */
  readonly shortDoses: Readonly<Record<string, string>>;
  /** Minutes of a routine; null if there is nothing to do, or, with a warning, if no plan can be made for it. */
  minutesOf(id: string): number | null;
}

/** The index of what ships, as it is written down: its routines with their minutes under the default settings. */
export type ShippedEntries = Pick<EntryIndex, "entries" | "shortDoses">;
