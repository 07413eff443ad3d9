/** Leads a session: on a screen where there is one, else in plain lines or as JSON; and keeps it meanwhile. */

import type { PlayedCue } from "../../audio/cue-playback.ts";
import { systemClock } from "../../clock.ts";
import { FIGURE_FRAMES_PER_SECOND } from "../../figure/frame-rate.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { createJsonSubscriber, formatCueJson } from "../../output/json-lines.ts";
import { LINE_COMMANDS_HELP, listenForLineCommands } from "../../output/line-commands.ts";
import { createPlainSubscriber } from "../../output/plain-lines.ts";
import type { Plan } from "../../plan/types.ts";
import { createInitialState } from "../../player/state.ts";
import { summariseSession } from "../../player/summarise-session.ts";
import type { PlayerState } from "../../player/types.ts";
import { createSession } from "../../session/session.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { VERSION } from "../../version.ts";
import type { SessionExtrasFlags } from "../flags/session-extras-flags.ts";
import type { SoundFlags } from "../flags/sound-flags.ts";
import { canDrawScreen, isTerminal, type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import { type RecorderHandle, recordSession } from "./record-session.ts";
import { startScreenServices, startSessionServices } from "./services.ts";
import type { SessionSound } from "./session-sound.ts";

export interface LeadOptions extends SoundFlags, SessionExtrasFlags {
  readonly yes?: true;
  readonly plain?: true;
  readonly json?: true;
  readonly speed?: number;
  /** False: figures stand still. */
  readonly motion?: boolean;
}

/** What is led. */
export interface SessionSetup {
  readonly plan: Plan;
  readonly settings: Settings;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known when it began and should be seen beside it. */
  readonly screeningWarnings?: readonly string[];
  /** The session that is taken up, claimed for this process. */
  readonly resumedFrom?: UnfinishedSession;
}

/** A session that is being led, and what it is led with. */
interface ActiveSession {
  readonly session: Session;
  readonly recorder: RecorderHandle;
  readonly settings: Settings;
  readonly options: LeadOptions;
  readonly shell: ShellEnvironment;
}

/** Leads through a plan to its end; whether it got there. */
export async function leadSession(
  { plan, settings, adjustments, screeningWarnings, resumedFrom }: SessionSetup,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<boolean> {
  const speed = options.speed ?? 1;
  const onScreen = options.json !== true && options.plain !== true && canDrawScreen(shell);
  const frames = onScreen && !areFiguresStill(settings, options) ? FIGURE_FRAMES_PER_SECOND : 0;
  const session = createSession({
    plan,
    clock: systemClock,
    speed,
    framesPerSecond: Math.max(settings.framesPerSecond, frames),
    ...(resumedFrom && { initialState: restoreState(resumedFrom) }),
  });
  shell.signal.addEventListener("abort", () => session.send({ type: "quit" }));
  // At many times the speed steps end before the first frame is forgotten.
  const keeping = recordSession(
    session,
    { settings, adjustments, screeningWarnings, resumedFrom, immediately: !onScreen || speed > 1 },
    shell,
  );
  const finished = () => session.state().status === "finished";
  const leading: ActiveSession = { session, recorder: keeping, settings, options, shell };
  if (onScreen) {
    await leadOnScreen(leading);
    return finished();
  }
  await leadInLines(leading);
  const word = await keeping.close();
  if (word && !options.json) shell.write(`${word}\n`);
  return finished();
}

/** Where the session stands that is taken up. */
function restoreState({ recording: { nextStepIndex, stepRecords, activeMs } }: UnfinishedSession): PlayerState {
  return createInitialState({ step: nextStepIndex, records: stepRecords, atMs: activeMs });
}

/** Whether figures keep still: by a flag, or for good. */
function areFiguresStill({ motion }: Settings, options: LeadOptions): boolean {
  return options.motion === false || motion === "off";
}

/** Plain lines, or JSON lines with what is heard among them. */
async function leadInLines({ session, recorder, settings, options, shell }: ActiveSession): Promise<void> {
  // What failed at the side, on standard error as soon as it is known.
  session.onNotice((text) => shell.error(`unwind: ${escapeUnsafeText(text)}`));
  const sound = await startSessionServices(session, settings, options, shell);
  const takeCues = options.json ? writeCueLines(sound, shell) : undefined;
  session.subscribe(
    "output",
    options.json
      ? createJsonSubscriber(session.plan, shell.write, VERSION, takeCues)
      : createPlainSubscriber(session.plan, shell.write, session.state().step, getLineHint(shell)),
  );
  listenForLineCommands(session, shell.stdin);
  await Promise.all([recorder.ready, sound.prepared]);
  // Who asked to stop meanwhile is not trained: nothing begins, and nothing is kept.
  if (!shell.signal.aborted) {
    session.send({ type: "start" });
    await session.ended;
  }
  await sound.close();
}

/** Writes cues as JSON lines; what it returns takes over those that belong among happenings that are told now. */
function writeCueLines({ listener }: SessionSound, shell: ShellEnvironment): () => readonly PlayedCue[] {
  const cues: PlayedCue[] = [];
  const take = () => cues.splice(0);
  const write = () => {
    for (const played of take()) shell.write(`${formatCueJson(played)}\n`);
  };
  listener.onCue((played) => {
    // Muted: it is told for those who see it, and here nobody does.
    if (!played.heard) return;
    cues.push(played);
    queueMicrotask(write);
  });
  return take;
}

async function leadOnScreen({ session, recorder, settings, options, shell }: ActiveSession): Promise<void> {
  const { runSessionScreen } = await import("../../ui/index.tsx");
  if (session.speed > 1) await recorder.ready;
  // The screen comes first: sound is found and started behind it.
  const { sound, screen } = startScreenServices(session, settings, options, shell);
  await runSessionScreen({
    session,
    ...screen,
    theme: settings.theme,
    waitForStart: options.yes !== true,
    stillFigures: areFiguresStill(settings, options),
    summarise: () => summariseSession(session.plan, session.state()),
    ...screenTerminalOf(shell),
  });
  // The last words go on while the questions are asked.
  const silent = sound.then((running) => running.close());
  if (session.state().status === "finished" && settings.questions === "on") {
    const { askSessionQuestions } = await import("./ask-session-questions.ts");
    await askSessionQuestions(session, recorder, settings, shell);
  }
  await silent;
  const word = await recorder.close();
  if (word) shell.write(`${word}\n`);
}

/** What may be typed, where somebody may type. */
function getLineHint({ stdin }: ShellEnvironment): string | undefined {
  return isTerminal(stdin) ? LINE_COMMANDS_HELP : undefined;
}
