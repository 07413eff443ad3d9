/** `unwind run`: leads through a routine, on a screen where there is one, else in plain lines or as JSON. */
import type { Command } from "commander";
import { Option } from "commander";
import { systemClock } from "../clock.ts";
import { UserError } from "../errors.ts";
import { createFlashes, showCues } from "../flash.ts";
import { cueLine, jsonSubscriber } from "../output/json-lines.ts";
import { plainSubscriber } from "../output/plain.ts";
import { LINE_KEYS_HELP, listenToLines } from "../output/stdin-lines.ts";
import { summarise } from "../player/summary.ts";
import { createSession } from "../session.ts";
import type { Session } from "../session-types.ts";
import type { Settings } from "../settings/table.ts";
import type { PlayedCue } from "../sound/listen.ts";
import { safeText } from "../text/safe-text.ts";
import { VERSION } from "../version.ts";
import { type AroundFlags, addAroundFlags, aroundOf } from "./around-flags.ts";
import { addPlanFlags, type PlanOptions } from "./plan-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "./routine.ts";
import { hasTerminal, type Shell, terminalOf } from "./shell.ts";
import { addSoundFlags, type SoundFlags } from "./sound-flags.ts";

export interface RunOptions extends PlanOptions, SoundFlags, AroundFlags {
  readonly yes?: true;
  readonly plain?: true;
  readonly json?: true;
  readonly speed?: number;
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
  const adjusted = addPlanFlags(command.argument("[routine]", "what to do", DEFAULT_ROUTINE));
  addAroundFlags(addSoundFlags(adjusted))
    .option("-y, --yes", "start at once, without the overview")
    .option("--plain", "plain lines in place of the screen")
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
  const session = createSession({
    plan,
    clock: systemClock,
    speed: options.speed ?? 1,
    framesPerSecond: settings.framesPerSecond,
  });
  shell.signal.addEventListener("abort", () => session.send({ type: "quit" }));
  if (options.json || options.plain || !hasTerminal(shell)) await runLines(session, settings, options, shell);
  else await runOnScreen(session, settings, options, shell);
}

/** Plain lines, or JSON lines with what is heard among them. */
async function runLines(session: Session, settings: Settings, options: RunOptions, shell: Shell): Promise<void> {
  const { plan } = session;
  session.onNotice((text) => shell.error(`unwind: ${safeText(text)}`));
  const sound = await startAside(session, settings, options, shell);
  const cues: PlayedCue[] = [];
  const takeCues = () => cues.splice(0);
  sound.listener.onCue((played) => {
    // Muted: it is told for those who see it, and here nobody does.
    if (!played.heard) return;
    cues.push(played);
    // A cue between two happenings is told at once; among happenings the subscriber puts it in its place.
    queueMicrotask(
      () =>
        options.json &&
        shell.write(
          takeCues()
            .map((cue) => `${cueLine(cue)}\n`)
            .join(""),
        ),
    );
  });
  session.subscribe(
    "output",
    options.json
      ? jsonSubscriber(plan, shell.write, VERSION, takeCues)
      : plainSubscriber(plan, shell.write, lineHint(shell)),
  );
  listenToLines(session, shell.stdin);
  await sound.prepared;
  session.send({ type: "start" });
  await session.ended;
  await sound.close();
}

async function runOnScreen(session: Session, settings: Settings, options: RunOptions, shell: Shell): Promise<void> {
  const { runScreen } = await import("../ui/index.tsx");
  // The screen comes first: sound is found and started behind it.
  const { flash, title, notify } = aroundOf(settings, options);
  const flashes = flash ? createFlashes(systemClock) : null;
  const sound = afterFirstFrame(async () => {
    const started = await startAside(session, settings, options, shell);
    if (flashes) showCues(flashes, session, started.listener);
    return started;
  });
  await runScreen({
    session,
    title,
    notify,
    ...(flashes ? { lights: flashes } : {}),
    theme: settings.theme,
    askStart: options.yes !== true,
    summarise: () => summarise(session.plan, session.state()),
    ...terminalOf(shell),
  });
  await (await sound).close();
}

/** What runs beside a session: its sound, and what keeps the display awake. */
async function startAside(session: Session, settings: Settings, options: RunOptions, shell: Shell) {
  const { startSound } = await import("./sound-of-run.ts");
  if (aroundOf(settings, options).awake) {
    const { stayAwake } = await import("../awake/during.ts");
    stayAwake(session, { platform: process.platform, env: shell.env as NodeJS.ProcessEnv, clock: systemClock });
  }
  return startSound(session, settings, options, shell);
}

/** Starts work when what is to be drawn now has been drawn. */
function afterFirstFrame<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    systemClock.at(systemClock.monotonicMs(), () => void work().then(resolve, reject));
  });
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
