/** Leads a session: on a screen where there is one, else in plain lines or as JSON; and keeps it meanwhile. */

import type { PlayedCue } from "../../audio/listen.ts";
import { systemClock } from "../../clock.ts";
import { FIGURE_FRAMES } from "../../figure/frames.ts";
import type { Unfinished } from "../../journal/write/unfinished.ts";
import { cueLine, jsonSubscriber } from "../../output/json-lines.ts";
import { plainSubscriber } from "../../output/plain.ts";
import { LINE_KEYS_HELP, listenToLines } from "../../output/stdin-lines.ts";
import type { Plan } from "../../plan/types.ts";
import { initialState } from "../../player/state.ts";
import { summarise } from "../../player/summary.ts";
import type { PlayerState } from "../../player/types.ts";
import { createSession } from "../../session/session.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/table.ts";
import { safeText } from "../../text/safe-text.ts";
import { VERSION } from "../../version.ts";
import type { AroundFlags } from "../flags/extras-flags.ts";
import type { SoundFlags } from "../flags/sound-flags.ts";
import { hasTerminal, isTerminal, type Shell, terminalOf } from "../shell-environment.ts";
import { type Keeping, keepSession } from "./record-session.ts";
import { besideScreen, startBeside } from "./services.ts";
import type { RunningSound } from "./session-sound.ts";

export interface LeadOptions extends SoundFlags, AroundFlags {
  readonly yes?: true;
  readonly plain?: true;
  readonly json?: true;
  readonly speed?: number;
  /** False: figures stand still. */
  readonly motion?: boolean;
}

/** What is led. */
export interface Led {
  readonly plan: Plan;
  readonly settings: Settings;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known when it began and should be seen beside it. */
  readonly marks?: readonly string[];
  /** The session that is taken up, claimed for this process. */
  readonly from?: Unfinished;
}

/** A session that is being led, and what it is led with. */
interface Leading {
  readonly session: Session;
  readonly keeping: Keeping;
  readonly settings: Settings;
  readonly options: LeadOptions;
  readonly shell: Shell;
}

/** Leads through a plan to its end; whether it got there. */
export async function lead(
  { plan, settings, adjustments, marks, from }: Led,
  options: LeadOptions,
  shell: Shell,
): Promise<boolean> {
  const speed = options.speed ?? 1;
  const onScreen = options.json !== true && options.plain !== true && hasTerminal(shell);
  const frames = onScreen && !isStill(settings, options) ? FIGURE_FRAMES : 0;
  const session = createSession({
    plan,
    clock: systemClock,
    speed,
    framesPerSecond: Math.max(settings.framesPerSecond, frames),
    ...(from && { from: stateOf(from) }),
  });
  shell.signal.addEventListener("abort", () => session.send({ type: "quit" }));
  // At many times the speed steps end before the first frame is forgotten.
  const keeping = keepSession(session, { settings, adjustments, marks, from, atOnce: !onScreen || speed > 1 }, shell);
  const finished = () => session.state().status === "finished";
  const leading: Leading = { session, keeping, settings, options, shell };
  if (onScreen) {
    await leadOnScreen(leading);
    return finished();
  }
  await leadLines(leading);
  const word = await keeping.close();
  if (word && !options.json) shell.write(`${word}\n`);
  return finished();
}

/** Where the session stands that is taken up. */
function stateOf({ recording: { next, records, activeMs } }: Unfinished): PlayerState {
  return initialState({ step: next, records, atMs: activeMs });
}

/** Whether figures keep still: by a flag, or for good. */
function isStill({ motion }: Settings, options: LeadOptions): boolean {
  return options.motion === false || motion === "off";
}

/** Plain lines, or JSON lines with what is heard among them. */
async function leadLines({ session, keeping, settings, options, shell }: Leading): Promise<void> {
  // What failed at the side, on standard error as soon as it is known.
  session.onNotice((text) => shell.error(`unwind: ${safeText(text)}`));
  const sound = await startBeside(session, settings, options, shell);
  const takeCues = options.json ? cueLines(sound, shell) : undefined;
  session.subscribe(
    "output",
    options.json
      ? jsonSubscriber(session.plan, shell.write, VERSION, takeCues)
      : plainSubscriber(session.plan, shell.write, session.state().step, lineHint(shell)),
  );
  listenToLines(session, shell.stdin);
  await Promise.all([keeping.ready, sound.prepared]);
  // Who asked to stop meanwhile is not trained: nothing begins, and nothing is kept.
  if (!shell.signal.aborted) {
    session.send({ type: "start" });
    await session.ended;
  }
  await sound.close();
}

/** Writes cues as JSON lines; what it returns takes over those that belong among happenings that are told now. */
function cueLines({ listener }: RunningSound, shell: Shell): () => readonly PlayedCue[] {
  const cues: PlayedCue[] = [];
  const take = () => cues.splice(0);
  const write = () => {
    for (const played of take()) shell.write(`${cueLine(played)}\n`);
  };
  listener.onCue((played) => {
    // Muted: it is told for those who see it, and here nobody does.
    if (!played.heard) return;
    cues.push(played);
    queueMicrotask(write);
  });
  return take;
}

async function leadOnScreen({ session, keeping, settings, options, shell }: Leading): Promise<void> {
  const { runScreen } = await import("../../ui/index.tsx");
  if (session.speed > 1) await keeping.ready;
  // The screen comes first: sound is found and started behind it.
  const { sound, screen } = besideScreen(session, settings, options, shell);
  await runScreen({
    session,
    ...screen,
    theme: settings.theme,
    askStart: options.yes !== true,
    still: isStill(settings, options),
    summarise: () => summarise(session.plan, session.state()),
    ...terminalOf(shell),
  });
  // The last words go on while the questions are asked.
  const silent = sound.then((running) => running.close());
  if (session.state().status === "finished" && settings.questions === "on") {
    const { askAfterwards } = await import("./ask-afterwards.ts");
    await askAfterwards(session, keeping, settings, shell);
  }
  await silent;
  const word = await keeping.close();
  if (word) shell.write(`${word}\n`);
}

/** What may be typed, where somebody may type. */
function lineHint({ stdin }: Shell): string | undefined {
  return isTerminal(stdin) ? LINE_KEYS_HELP : undefined;
}
