/** The values that a flag or an argument can take, by what help calls them: `<exercises>`, `<routine>`, `<key>`. */
import { EXERCISE_KINDS } from "../../catalog/exercise-types.ts";
import { replaceUnsafeText } from "../../text/safe-text.ts";
import { openEntries } from "../open/entries.ts";
import type { ListEntry } from "../open/index-entries.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** Words for a shell's completion script, each with a description. */
export interface Completions {
  readonly values: readonly (readonly [value: string, description: string])[];
  /** What the shell does beside: a sum of {@link DIRECTIVES}. */
  readonly directive: number;
}

/** As @bomb.sh/tab's scripts understand them. */
export const DIRECTIVES = { files: 0, noSpace: 2, noFiles: 4 } as const;

export interface ValueContext {
  /** The word so far. */
  readonly typed: string;
  /** The command's arguments before it. */
  readonly words: readonly string[];
  readonly shell: ShellEnvironment;
}

type Values = Completions["values"];

/** Values by the name that help gives them; each is loaded only when asked for. */
const VALUES: Readonly<Record<string, (context: ValueContext) => Promise<Values>>> = {
  routine: async ({ shell }) => listNames(await listEntries(shell)),
  name: async ({ shell }) => listNames(await listEntries(shell)),
  exercise: async (context) => listExercises(context),
  exercises: async (context) => completeLastOf(context.typed, await listExercises(context)),
  "exercise=": async (context) => (await listExercises(context)).map(([id, name]) => [`${id}=`, name]),
  words: async ({ shell }) => [
    ["exercises", ""],
    ["routines", ""],
    ["workouts", ""],
    ...EXERCISE_KINDS.map((kind) => [kind, "kind of exercise"] as const),
    ...listNames(await listEntries(shell)),
  ],
  kind: async () => EXERCISE_KINDS.map((kind) => [kind, ""]),
  muscle: async ({ shell }) => listUnique(await listEntries(shell), "targets"),
  thing: async ({ shell }) => [["none", "no equipment"], ...listUnique(await listEntries(shell), "equipment")],
  session: async () => [["last", "the last session"]],
  id: async () => [["last", "the last session"]],
  key: async () => {
    const { SETTING_KEYS, SETTINGS } = await import("../../settings/definitions.ts");
    return SETTING_KEYS.map((key) => [key, SETTINGS[key].description]);
  },
  value: async ({ words }) => {
    const { SETTINGS } = await import("../../settings/definitions.ts");
    const schema = Object.entries(SETTINGS).find(([key]) => key === words.at(-1))?.[1].schema;
    return schema && "enum" in schema ? schema.enum.map((value) => [value, ""]) : [];
  },
};

/** Values that end in the middle of a word: a space would be in the way. */
const UNFINISHED = ["exercise=", "exercises"];
/** Values that may be files, too. */
const FILES = ["routine", "file"];

/** What `typed` can become. @param name what help calls the value; of another name nothing is known. */
export async function completeValue(name: string, context: ValueContext): Promise<Completions> {
  const list = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  const values = list ? (await list(context)).filter(([value]) => value.startsWith(context.typed)) : [];
  const directive = FILES.includes(name) ? DIRECTIVES.files : DIRECTIVES.noFiles;
  return { values, directive: directive + (UNFINISHED.includes(name) ? DIRECTIVES.noSpace : 0) };
}

/** One a line, the description after a tab, and the directive in the last line. */
export function formatCompletions({ values, directive }: Completions): string {
  const unique = new Map(
    values.map(([value, description]) => [replaceUnsafeText(value), replaceUnsafeText(description)]),
  );
  const lines = [...unique].map(([value, description]) => (description === "" ? value : `${value}\t${description}`));
  return `${[...lines, `:${directive}`].join("\n")}\n`;
}

/** Says nothing of faulty files: that would stand in the middle of what is typed. */
async function listEntries(shell: ShellEnvironment): Promise<readonly ListEntry[]> {
  return (await openEntries(shell, { quiet: true })).entries;
}

function listNames(entries: readonly ListEntry[]): Values {
  return entries.map(({ id, name }) => [id, name]);
}

/** The exercises of the routine that the command names; of the catalogue, if it names none. */
async function listExercises({ words, shell }: ValueContext): Promise<Values> {
  const entries = await listEntries(shell);
  const routine = entries.find(({ type, id }) => type === "routine" && id === words[0]);
  if (!routine) return listNames(entries.filter(({ type }) => type === "exercise"));
  // The list does not have the names of exercises that only this routine has.
  const { openCatalog } = await import("../open/catalog.ts");
  const { exercisesOf } = await import("../../catalog/create-routine.ts");
  const { routines, exercises } = await openCatalog(shell);
  const opened = routines.get(routine.id);
  const known = opened ? exercisesOf(opened, exercises) : exercises;
  return (routine.exercises ?? []).flatMap((id) => {
    const exercise = known.get(id);
    return exercise ? [[id, exercise.name] as const] : [];
  });
}

/** "a,b" with each id in place of "b". */
function completeLastOf(typed: string, values: Values): Values {
  const before = typed.slice(0, typed.lastIndexOf(",") + 1);
  const given = before.split(",");
  return values.filter(([id]) => !given.includes(id)).map(([id, name]) => [`${before}${id}`, name]);
}

function listUnique(entries: readonly ListEntry[], field: "targets" | "equipment"): Values {
  const values = new Set(entries.flatMap((entry) => (entry.type === "exercise" ? entry[field] : [])));
  return [...values].sort().map((value) => [value, ""]);
}
