/** Runs a session, on a screen if there is one, else as plain lines or JSON, and records it. */
import { systemClock } from "../../clock.ts";
import { describeWithHint } from "../../errors.ts";
import { mayMove } from "../../figure/motion.ts";
import { FIGURE_FRAMES_PER_SECOND } from "../../figure/types.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { writeSessionAsJson } from "../../output/json-stream.ts";
import { createPlainSubscriber } from "../../output/plain-lines.ts";
import { getExerciseOf, type Plan } from "../../plan/types.ts";
import { createInitialState } from "../../player/state.ts";
import type { PlayerState } from "../../player/types.ts";
import { LINE_COMMANDS_HELP, listenForLineCommands } from "../../session/line-commands.ts";
import { createSession } from "../../session/session.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { isInForeground } from "../../system/foreground.ts";
import { VERSION } from "../../version.ts";
import { isLedOnScreen, type LeadOptions, resolveSessionExtras } from "../flags/session-flags.ts";
import { warn } from "../print.ts";
import { isTerminal, type ShellEnvironment } from "../shell-environment.ts";
import type { ActiveSession } from "./active-session.ts";
import { callHooks } from "./call-hooks.ts";
import { openScoreComparison } from "./compare-scores.ts";
import { recordSession } from "./record-session.ts";
import { createRemoteAccess, type RemoteAccess } from "./remote-access.ts";

/** What a session needs to start. */
interface SessionSetup {
  readonly plan: Plan;
  readonly settings: Settings;
  /** The user's changes to the routine, as flags. */
  readonly adjustments: readonly string[];
  /** Screening warnings in force when it started, shown with it later. */
  readonly screeningWarnings?: readonly string[];
  /** Pages that were shown before the session. */
  readonly remote?: RemoteAccess;
  /** The session to resume, claimed for this process. */
  readonly resumedFrom?: UnfinishedSession;
}

/** Runs a plan to its end; returns whether it was finished. */
export async function leadSession(
  { plan, settings, adjustments, screeningWarnings, resumedFrom, remote: opened }: SessionSetup,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<boolean> {
  const speed = options.speed ?? 1;
  const remote = opened ?? (await createRemoteAccess(settings, options));
  const onScreen = isLedOnScreen(options, shell);
  const isAnimated = onScreen && !resolveSessionExtras(settings, options).stillFigures;
  const session = createSession({
    plan,
    clock: systemClock,
    speed,
    framesPerSecond: (frame) =>
      isAnimated && getExerciseOf(plan, plan.steps[frame.stepIndex])?.figure && mayMove(frame)
        ? Math.max(settings.framesPerSecond, FIGURE_FRAMES_PER_SECOND)
        : settings.framesPerSecond,
    ...(resumedFrom && { initialState: restoreState(resumedFrom) }),
  });
  shell.signal.addEventListener("abort", () => session.send({ type: "quit" }));
  // At high speed, steps end before the delay for the first frame has passed.
  const immediately = !onScreen || speed > 1;
  const recorder = recordSession(
    session,
    { settings, adjustments, screeningWarnings, resumedFrom, isCounted: options.count, immediately },
    shell,
  );
  const hooks = callHooks(session, recorder, resolveSessionExtras(settings, options).hooks, shell);
  remote.share(session);
  const active: ActiveSession = { session, recorder, hooks, remote, settings, options, shell };
  if (onScreen) await (await import("./lead-on-screen.ts")).leadOnScreen(active);
  else await leadInLines(active);
  try {
    const message = await recorder.close();
    if (message && !options.json) shell.write(`${message}\n`);
  } finally {
    await Promise.all([hooks.finish(), remote.close()]);
  }
  return session.state().status === "finished";
}

/** The player state at which the resumed session goes on. */
function restoreState({ recording }: UnfinishedSession): PlayerState {
  const { nextStepIndex, stepRecords, activeMs, place } = recording;
  const { anchors, groupTimes } = place;
  return createInitialState({ step: nextStepIndex, records: [...stepRecords], atMs: activeMs, anchors, groupTimes });
}

/** Plain lines, or JSON lines with the cues among them. */
async function leadInLines(active: ActiveSession): Promise<void> {
  const { session, recorder, settings, options, shell } = active;
  // Failures of the services go to standard error at once.
  session.onNotice((text) => warn(shell, text));
  const { startSessionServices } = await import("./services.ts");
  const sound = await startSessionServices(active);
  if (options.json) writeSessionAsJson("output", session, sound.listener, shell.write, VERSION);
  else {
    const { step } = session.state();
    const compare = await openScoreComparison(session.plan, settings, shell);
    // Help on the line commands, if somebody can type them.
    const hint = isTerminal(shell.stdin) ? LINE_COMMANDS_HELP : undefined;
    session.subscribe("output", createPlainSubscriber(session.plan, shell.write, step, hint, compare));
  }
  // What key p and then a do on a screen.
  const lines = { a: () => active.remote.current()?.allow() };
  if (isTerminal(shell.stdin)) listenInForeground(session, shell.stdin, lines);
  else listenForLineCommands(session, shell.stdin, lines);
  if (active.remote.isWanted) await printAddresses(active);
  await Promise.all([recorder.ready, sound.prepared]);
  // If the user asked to stop meanwhile, nothing starts and nothing is recorded.
  if (!shell.signal.aborted) {
    session.send({ type: "start" });
    await session.ended;
  }
  await sound.close();
}

/** Opens the page and says where it is, with a code that a phone can read, on standard error. */
async function printAddresses({ remote, session, settings, shell }: ActiveSession): Promise<void> {
  try {
    const share = await remote.open();
    const { formatAddresses } = await import("./remote-page.ts");
    for (const line of formatAddresses(share.status(), settings, shell)) shell.error(line);
  } catch (error) {
    session.addNotice(describeWithHint(error));
  }
}

/** How often a program in the background looks whether it was put in front: not every shell tells it. */
const FOREGROUND_CHECK_MS = 1000;

/** Reads the keyboard while the terminal is ours: in the background, the shell's next line would stop the program. */
function listenInForeground(
  session: Session,
  keyboard: ShellEnvironment["stdin"],
  lines: Readonly<Record<string, () => void>>,
): void {
  let isListening = false;
  let cancelCheck = () => {};
  const update = () => {
    cancelCheck();
    if (!isInForeground()) {
      if (isListening) keyboard.pause();
      cancelCheck = systemClock.callAt(systemClock.monotonicMs() + FOREGROUND_CHECK_MS, update);
    } else if (isListening) keyboard.resume();
    else {
      isListening = true;
      listenForLineCommands(session, keyboard, lines);
    }
  };
  process.on("SIGCONT", update);
  void session.ended.then(() => {
    process.off("SIGCONT", update);
    cancelCheck();
  });
  update();
}
