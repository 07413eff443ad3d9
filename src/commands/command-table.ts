/** All commands in one table: a new command is a file in this folder and a row here. */
import type { Command } from "commander";
import type { ShellEnvironment } from "../app/shell-environment.ts";

/** What a command module exports: it defines its options and its action. */
interface CommandModule {
  define(command: Command, shell: ShellEnvironment): void;
}

interface CommandRow {
  /** One line for the overview of the help. */
  readonly about: string;
  /** Other words for the same command; help shows the first. */
  readonly aliases?: readonly string[];
  /** Its heading in the overview of the help. */
  readonly group: string;
  /** Loads the module: only when the command is asked for. */
  readonly load: () => Promise<CommandModule>;
}

const TRAIN = "Train:";
const WORKOUTS = "Workouts:";
const PROGRESS = "Progress:";
const HIP = "Hip test and screening:";
const SOUND = "Sound:";
const SETUP = "Set-up:";

/** The commands in the order in which help lists them. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  run: {
    about: "run a routine, an exercise or a workout typed in a line",
    aliases: ["start", "go", "begin"],
    group: TRAIN,
    load: () => import("./run.ts"),
  },
  resume: { about: "resume an interrupted session", group: TRAIN, load: () => import("./resume.ts") },
  ctl: { about: "control a running session: pause, next, status", group: TRAIN, load: () => import("./ctl.ts") },
  list: {
    about: "list and search exercises and routines",
    aliases: ["ls", "search", "find"],
    group: WORKOUTS,
    load: () => import("./list/index.ts"),
  },
  show: {
    about: "show an exercise or routine in full",
    aliases: ["info"],
    group: WORKOUTS,
    load: () => import("./show.ts"),
  },
  plan: {
    about: "print every step with its time, without running it",
    group: WORKOUTS,
    load: () => import("./plan.ts"),
  },
  new: {
    about: "save a workout as a routine: ask for it, or type it in a line",
    group: WORKOUTS,
    load: () => import("./new/index.ts"),
  },
  edit: { about: "edit a routine or exercise of your own", group: WORKOUTS, load: () => import("./edit.ts") },
  check: { about: "find faults in exercise and routine files", group: WORKOUTS, load: () => import("./check.ts") },
  log: { about: "log a session that you did elsewhere", group: PROGRESS, load: () => import("./log.ts") },
  history: {
    about: "past sessions: list, show, edit, delete",
    group: PROGRESS,
    load: () => import("./history/index.ts"),
  },
  stats: { about: "totals, streaks and charts", group: PROGRESS, load: () => import("./stats.ts") },
  suggest: { about: "what to do next time, and why", group: PROGRESS, load: () => import("./suggest.ts") },
  note: { about: "add a note to the last session", group: PROGRESS, load: () => import("./note.ts") },
  export: {
    about: "export sessions for a spreadsheet, a calendar or a sports site",
    group: PROGRESS,
    load: () => import("./export.ts"),
  },
  import: { about: "import an earlier export", group: PROGRESS, load: () => import("./import.ts") },
  assess: {
    about: "guided Thomas test: find out what is tight",
    group: HIP,
    load: () => import("./assess/index.ts"),
  },
  screen: {
    about: "screening questions: what to rule out before you stretch",
    group: HIP,
    load: () => import("./screen.ts"),
  },
  sound: { about: "test the sound: every tone, and the voice", group: SOUND, load: () => import("./sound.ts") },
  render: { about: "save a session as a sound file for your phone", group: SOUND, load: () => import("./render.ts") },
  config: { about: "show and change settings", group: SETUP, load: () => import("./config.ts") },
  doctor: {
    about: "check this machine; prints a page for a bug report",
    group: SETUP,
    load: () => import("./doctor/index.ts"),
  },
  completion: { about: "print a shell's completion script", group: SETUP, load: () => import("./completion.ts") },
};

/** The name of the command that a word stands for: its own name or an alias; null for anything else. */
export function findCommandName(word: string): string | null {
  if (Object.hasOwn(COMMANDS, word)) return word;
  return Object.keys(COMMANDS).find((name) => COMMANDS[name]?.aliases?.includes(word)) ?? null;
}
