/**
 * What the home screen offers: at once the names, and as soon as the screen is there how long each takes and what it
 * looks like.
 */
import { formatDate, localDayOf } from "../../calendar.ts";
import { isLineArgument } from "../../catalog/argument-kinds.ts";
import {
  createSingleExerciseRoutine,
  exercisesOf,
  isAdviceOnly,
  listRoutineEquipment,
} from "../../catalog/create-routine.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { loadRoutineLine } from "../../catalog/routine-file.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { systemClock, waitUntil } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { compilePlan } from "../../plan/compile.ts";
import { listEquipment, type Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { roundToMinutes } from "../../text/duration.ts";
import type { HomeDetails, HomeEntry } from "../../ui/index.tsx";
import type { ShellEnvironment } from "../shell-environment.ts";
import { toPlanDefaults } from "./settings.ts";

/** A routine, or an exercise to be done alone. */
interface Choice {
  readonly routine: Routine;
  readonly entry: HomeEntry;
}

/** The choices with what is known without a plan: the guides' own routines, the others, workouts, single exercises. */
export function listChoices(catalog: Catalog, composed: readonly Routine[]): readonly Choice[] {
  const rank = ({ collection, source }: Routine) => (collection ? 2 : source ? 0 : 1);
  const known = [...catalog.routines.values()].sort((a, b) => rank(a) - rank(b));
  const routines = [...composed, ...known].filter((routine) => !isAdviceOnly(routine));
  const ids = new Set(routines.map(({ id }) => id));
  const alone = [...catalog.exercises.values()].filter(({ id }) => !ids.has(id));
  return [
    ...routines.map((routine) => createChoice(routine, routine.collection ? "workout" : "routine", catalog.exercises)),
    ...alone.map((exercise) => createChoice(createSingleExerciseRoutine(exercise), "exercise", catalog.exercises)),
  ];
}

function createChoice(
  routine: Routine,
  kind: NonNullable<HomeEntry["kind"]>,
  exercises: ReadonlyMap<string, Exercise>,
): Choice {
  const { id, name: title, summary: purpose, origin } = routine;
  const equipment = listRoutineEquipment(routine, exercisesOf(routine, exercises));
  return { routine, entry: { id, title, minutes: null, equipment, purpose, kind, isPersonal: origin === "yours" } };
}

/**
 * Plans every choice, one after another with room for keys between them, and looks up when each was last done.
 *
 * @param report told about choices for which no plan can be made: they are left out.
 */
export async function loadHomeDetails(
  choices: readonly Choice[],
  catalog: Catalog,
  settings: Settings,
  shell: ShellEnvironment,
  report: (text: string) => void,
): Promise<HomeDetails> {
  const planOf = (routine: Routine, exercises: ReadonlyMap<string, Exercise>) =>
    compilePlan(routine, exercisesOf(routine, exercises), toPlanDefaults(settings));
  const { timelineSegmentsOf } = await import("../../ui/index.tsx");
  const describe = (entry: HomeEntry, plan: Plan): HomeEntry => {
    const pictured = findLongestExercise(plan);
    return {
      ...entry,
      minutes: roundToMinutes(plan.estimatedMs ?? plan.totalMs),
      equipment: listEquipment(plan),
      // From the first set on, so that the timelines of the list begin in one column.
      timeline: timelineSegmentsOf(
        plan,
        Math.max(
          0,
          plan.steps.findIndex(({ kind }) => kind === "set"),
        ),
      ),
      ...(pictured && { pictured }),
    };
  };
  const entries: HomeEntry[] = [];
  for (const { routine, entry } of choices) {
    await waitUntil(systemClock, systemClock.monotonicMs());
    try {
      entries.push(describe(entry, planOf(routine, catalog.exercises)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      report(error.message);
    }
  }
  const lastDone = await findLastDone(settings, shell);
  return {
    entries: entries.map((entry) => {
      const when = lastDone.get(entry.id);
      return when === undefined ? entry : { ...entry, lastDone: when };
    }),
    async readLine(text) {
      if (!isLineArgument(text, catalog)) return null;
      try {
        const { routine, exercises } = await loadRoutineLine(text, catalog);
        const summary = "Press enter to start the workout that you typed.";
        const { entry } = createChoice({ ...routine, name: text, summary }, "routine", exercises);
        return { ...describe(entry, planOf(routine, exercises)), id: text };
      } catch (error) {
        if (error instanceof UserError) return error.message;
        throw error;
      }
    },
  };
}

/** The exercise with a figure that takes the most of a plan. */
function findLongestExercise({ steps, exercises }: Plan) {
  const times = new Map<string, number>();
  for (const { kind, exercise, durationMs } of steps)
    if (kind === "set") times.set(exercise, (times.get(exercise) ?? 0) + (durationMs ?? 0));
  const [longest] = [...times].filter(([id]) => exercises[id]?.figure).sort(([, a], [, b]) => b - a);
  return longest && exercises[longest[0]];
}

/** The latest sessions are enough: whoever did none of it in so many starts afresh. */
const MAX_SESSIONS = 400;

/** When routines and exercises were last done, by id: "today", "yesterday", "22 Nov". */
async function findLastDone(settings: Settings, shell: ShellEnvironment): Promise<ReadonlyMap<string, string>> {
  const { openHistory } = await import("./history.ts");
  const found = new Map<string, string>();
  const history = openHistory(shell, settings);
  let count = 0;
  for (const { summary } of history.sessions({ newestFirst: true })) {
    if (count++ === MAX_SESSIONS) break;
    const day = localDayOf(summary.startedAt, summary.utcOffsetMinutes);
    const done = summary.blocks.filter(({ started }) => started > 0).map(({ exercise }) => exercise);
    if (done.length === 0) continue;
    for (const id of [summary.routine, ...done]) if (!found.has(id)) found.set(id, formatDaysAgo(day, history.today));
  }
  return found;
}

function formatDaysAgo(day: number, today: number): string {
  if (day >= today) return "today";
  return day === today - 1 ? "yesterday" : formatDate(day, today);
}
