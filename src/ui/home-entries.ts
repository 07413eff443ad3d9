/** What the home screen offers, and what the keys do with it. */
import type { PlanExercise } from "../plan/types.ts";
import type { TimelineSegment } from "./pictures/timeline.ts";

/** A routine or an exercise as the home screen offers it. */
export interface HomeEntry {
  /** What `runHome` gives back when it is chosen. */
  readonly id: string;
  readonly title: string;
  /** Whole minutes, rounded; null until they are known. */
  readonly minutes: number | null;
  readonly equipment: readonly string[];
  readonly purpose: string;
  /** Whether it is the person's own. */
  readonly isPersonal?: boolean;
  /** Workouts and exercises stand below the routines, under headings of their own. */
  readonly kind?: "routine" | "workout" | "exercise";
  /** Its steps, for a timeline. */
  readonly timeline?: readonly TimelineSegment[];
  /** The exercise that stands for it as a figure. */
  readonly pictured?: PlanExercise;
  /** When it was last done: "yesterday", "22 Nov". */
  readonly lastDone?: string;
}

/** What becomes known only after the screen is there. */
export interface HomeDetails {
  readonly entries: readonly HomeEntry[];
  /** A workout that was typed as a line: as an entry, or what is wrong with it; null for a text that is no line. */
  readonly readLine: (text: string) => Promise<HomeEntry | string | null>;
}

/** A row of the list: an entry, or the heading of a kind. */
type HomeRow = { readonly heading: string } | { readonly entry: HomeEntry; readonly index: number };

const HEADINGS = { routine: "Routines", workout: "Workouts", exercise: "Exercises" } as const;

/** The rows of the list; a heading stands before each kind, but not before the routines that open the whole list. */
export function homeRowsOf(entries: readonly HomeEntry[], isWhole: boolean): readonly HomeRow[] {
  return entries.flatMap((entry, index): HomeRow[] => {
    const isNew = entry.kind !== undefined && entries[index - 1]?.kind !== entry.kind;
    const heading = isNew && !(isWhole && entry.kind === "routine") ? HEADINGS[entry.kind] : undefined;
    return [...(heading ? [{ heading }] : []), { entry, index }];
  });
}

interface HomeState {
  readonly filter: string;
  readonly selectedIndex: number;
}

export const INITIAL_HOME_STATE: HomeState = { filter: "", selectedIndex: 0 };

/**
 * The entries that have every word of the filter somewhere in what is said of them, kind by kind. Those whose title has it
 * come first, and so do the kinds of such entries.
 */
export function filterEntries(entries: readonly HomeEntry[], filter: string): readonly HomeEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = entries.filter(({ id, title, purpose, equipment }) =>
    has([id, title, purpose, ...equipment].join(" ")),
  );
  if (words.length === 0) return found;
  const byTitle = [...found.filter(({ title }) => has(title)), ...found.filter(({ title }) => !has(title))];
  const kinds = [...new Set(byTitle.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => byTitle.filter((entry) => entry.kind === kind));
}

interface HomeKeyResult {
  readonly state: HomeState;
  readonly effect?: "start" | "leave";
}

/** The state after a key. `q` leaves as long as nothing was typed: after that it is a letter like any other. */
export function handleHomeKey(state: HomeState, key: string, count: number): HomeKeyResult {
  const typed = (filter: string): HomeKeyResult => ({ state: { filter, selectedIndex: 0 } });
  switch (key) {
    case "up":
      return { state: { ...state, selectedIndex: Math.max(0, state.selectedIndex - 1) } };
    case "down":
      return { state: { ...state, selectedIndex: Math.min(Math.max(0, count - 1), state.selectedIndex + 1) } };
    case "enter":
      return { state, effect: "start" };
    case "escape":
      return state.filter === "" ? { state, effect: "leave" } : typed("");
    case "backspace":
      return typed(Array.from(state.filter).slice(0, -1).join(""));
    case "space":
      return state.filter === "" ? { state, effect: "start" } : typed(`${state.filter} `);
  }
  if (key === "q" && state.filter === "") return { state, effect: "leave" };
  return isPrintable(key) ? typed(state.filter + key) : { state };
}

function isPrintable(key: string): boolean {
  return Array.from(key).length === 1 && /[\p{L}\p{N}\p{P}\p{S}]/u.test(key);
}
