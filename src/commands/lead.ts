/** Leads a session: on a screen where there is one, else in plain lines or as JSON; and keeps it meanwhile. */
import { systemClock } from "../clock.ts";
import type { Unfinished } from "../journal/unfinished.ts";
import { jsonSubscriber } from "../output/json-lines.ts";
import { plainSubscriber } from "../output/plain.ts";
import { LINE_KEYS_HELP, listenToLines } from "../output/stdin-lines.ts";
import type { Plan } from "../plan/types.ts";
import { initialState } from "../player/state.ts";
import { summarise } from "../player/summary.ts";
import { createSession } from "../session.ts";
import type { Session, Subscriber } from "../session-types.ts";
import type { Settings } from "../settings/table.ts";
import { safeText } from "../text/safe-text.ts";
import { VERSION } from "../version.ts";
import { type Keeping, keepSession } from "./keep-session.ts";
import { hasTerminal, type Shell, terminalOf } from "./shell.ts";

export interface LeadOptions {
  readonly yes?: true;
  readonly plain?: true;
  readonly json?: true;
  readonly speed?: number;
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

/** Leads through a plan to its end; whether it got there. */
export async function lead(
  { plan, settings, adjustments, marks, from }: Led,
  options: LeadOptions,
  shell: Shell,
): Promise<boolean> {
  const speed = options.speed ?? 1;
  const session = createSession({
    plan,
    clock: systemClock,
    speed,
    framesPerSecond: settings.framesPerSecond,
    ...(from && { from: initialState({ step: from.recording.next, records: from.recording.records }) }),
  });
  shell.signal.addEventListener("abort", () => session.send({ type: "quit" }));
  const onScreen = options.json !== true && options.plain !== true && hasTerminal(shell);
  // At many times the speed steps end before the first frame is forgotten.
  const keeping = keepSession(session, { settings, adjustments, marks, from, atOnce: !onScreen || speed > 1 }, shell);
  const finished = () => session.state().status === "finished";
  if (onScreen) {
    await leadOnScreen(session, keeping, settings, options, shell);
    return finished();
  }
  const output = options.json
    ? jsonSubscriber(plan, shell.write, VERSION)
    : plainSubscriber(plan, shell.write, lineHint(shell));
  await leadLines(session, keeping, output, shell);
  const word = await keeping.close();
  if (word && !options.json) shell.write(`${word}\n`);
  return finished();
}

async function leadLines(session: Session, keeping: Keeping, output: Subscriber, shell: Shell): Promise<void> {
  tellNotices(session, shell);
  await keeping.ready;
  session.subscribe("output", output);
  listenToLines(session, shell.stdin);
  session.send({ type: "start" });
  await session.ended;
}

/** What failed at the side, on standard error as soon as it is known. */
function tellNotices(session: Session, shell: Shell): void {
  let told = 0;
  session.onFrame(() => {
    for (const notice of session.notices().slice(told)) shell.error(`unwind: ${safeText(notice)}`);
    told = session.notices().length;
  });
}

async function leadOnScreen(
  session: Session,
  keeping: Keeping,
  settings: Settings,
  options: LeadOptions,
  shell: Shell,
): Promise<void> {
  const { runScreen } = await import("../ui/index.tsx");
  if (session.speed > 1) await keeping.ready;
  await runScreen({
    session,
    theme: settings.theme,
    askStart: options.yes !== true,
    summarise: () => summarise(session.plan, session.state()),
    ...terminalOf(shell),
  });
  if (session.state().status === "finished" && settings.questions === "on") {
    const { askAfterwards } = await import("./ask-afterwards.ts");
    await askAfterwards(session, keeping, settings, shell);
  }
  const word = await keeping.close();
  if (word) shell.write(`${word}\n`);
}

/** What may be typed, where somebody may type. */
function lineHint({ stdin }: Shell): string | undefined {
  return "isTTY" in stdin && stdin.isTTY ? LINE_KEYS_HELP : undefined;
}
