/** `unwind run`: leads through a routine, on a screen where there is one, else in plain lines or as JSON. */
import type { Command } from "commander";
import { Option } from "commander";
import { systemClock } from "../clock.ts";
import { UserError } from "../errors.ts";
import { FIGURE_FRAMES } from "../figure/frames.ts";
import { jsonSubscriber } from "../output/json-lines.ts";
import { plainSubscriber } from "../output/plain.ts";
import { LINE_KEYS_HELP, listenToLines } from "../output/stdin-lines.ts";
import { summarise } from "../player/summary.ts";
import { createSession } from "../session.ts";
import type { Session, Subscriber } from "../session-types.ts";
import { VERSION } from "../version.ts";
import { addPlanFlags, type PlanOptions } from "./plan-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "./routine.ts";
import { hasTerminal, type Shell, terminalOf } from "./shell.ts";

export interface RunOptions extends PlanOptions {
  readonly yes?: true;
  readonly plain?: true;
  readonly json?: true;
  readonly speed?: number;
  /** False: figures stand still. */
  readonly motion?: boolean;
}

const EXAMPLES = `
A routine is a name, the beginning of one, an exercise (done alone), or a JSON file (- for standard input).

Examples:
  unwind run                                  the default routine
  unwind run desk-break --level easy --yes    start at once
  unwind run pigeon --hold 40s --side right   one exercise, one side
  unwind run psoas-program --reps psoas-march=12 --skip hanging-leg-raise
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  addPlanFlags(command.argument("[routine]", "what to do", DEFAULT_ROUTINE))
    .option("-y, --yes", "start at once, without the overview")
    .option("--plain", "plain lines in place of the screen")
    .option("--no-motion", "figures stand still")
    .option("--json", "one JSON object a line for everything that happens")
    .addOption(
      new Option("--speed <factor>", "run the clock this many times as fast, 0.25 to 1000").argParser(readSpeed),
    )
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: RunOptions) => run(name, options, shell));
}

/**
 * Leads through a routine to its end.
 *
 * @throws UserError for a routine or a flag that cannot be.
 */
export async function run(name: string, options: RunOptions, shell: Shell): Promise<void> {
  const { plan, settings } = await openRoutine(name, options, shell);
  const onScreen = !options.json && !options.plain && hasTerminal(shell);
  const still = options.motion === false || settings.motion === "off";
  const session = createSession({
    plan,
    clock: systemClock,
    speed: options.speed ?? 1,
    framesPerSecond: onScreen && !still ? Math.max(settings.framesPerSecond, FIGURE_FRAMES) : settings.framesPerSecond,
  });
  shell.signal.addEventListener("abort", () => session.send({ type: "quit" }));
  if (options.json) return runLines(session, jsonSubscriber(plan, shell.write, VERSION), shell);
  if (!onScreen) return runLines(session, plainSubscriber(plan, shell.write, lineHint(shell)), shell);
  const { runScreen } = await import("../ui/index.tsx");
  await runScreen({
    session,
    theme: settings.theme,
    askStart: options.yes !== true,
    still,
    summarise: () => summarise(session.plan, session.state()),
    ...terminalOf(shell),
  });
}

async function runLines(session: Session, subscriber: Subscriber, shell: Shell): Promise<void> {
  session.subscribe("output", subscriber);
  listenToLines(session, shell.stdin);
  session.send({ type: "start" });
  await session.ended;
}

/** What may be typed, where somebody may type. */
function lineHint({ stdin }: Shell): string | undefined {
  return "isTTY" in stdin && stdin.isTTY ? LINE_KEYS_HELP : undefined;
}

function readSpeed(text: string): number {
  const speed = Number(text.trim() === "" ? Number.NaN : text);
  if (!(speed >= 0.25 && speed <= 1000)) throw new UserError(`--speed ${text}: expected a number from 0.25 to 1000`);
  return speed;
}
