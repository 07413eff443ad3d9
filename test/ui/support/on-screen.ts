/** A session on a fake terminal, with a clock that stands still until a test moves it. */
import { afterEach, vi } from "vitest";
import type { Plan } from "../../../src/plan/types.ts";
import { summariseSession } from "../../../src/player/summarise-session.ts";
import { createSession } from "../../../src/session/session.ts";
import type { Session } from "../../../src/session/types.ts";
import { runSessionScreen } from "../../../src/ui/index.tsx";
import { restoreTerminals } from "../../../src/ui/terminal.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";
import { fakeTerminal } from "./fake-terminal.ts";
import { shortPlan } from "./plans.ts";

const opened: Session[] = [];

/** Ends the sessions that were opened, and gives their terminals back. */
export function closeOpened(): void {
  for (const session of opened.splice(0)) session.send({ type: "quit" });
  restoreTerminals();
}

/** Does so after each test of a file. */
export const closeAfterEach = () => afterEach(closeOpened);

export function open({
  plan = shortPlan(),
  waitForStart = true,
  columns = 80,
  rows = 24,
}: {
  plan?: Plan;
  waitForStart?: boolean;
  columns?: number;
  rows?: number;
} = {}) {
  const clock = new SimulatedClock();
  const session = createSession({ plan, clock });
  opened.push(session);
  const terminal = fakeTerminal(columns, rows);
  const onInterrupt = vi.fn();
  const ending = new AbortController();
  const left = runSessionScreen({
    session,
    theme: "dark",
    waitForStart: waitForStart,
    summarise: () => summariseSession(plan, session.state()),
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    env: { NO_COLOR: "1" },
    signal: ending.signal,
    onInterrupt,
  });
  const type = async (keys: string) => {
    terminal.input.type(keys);
    return terminal.screen();
  };
  const pass = async (seconds: number) => {
    clock.advance(seconds * 1000);
    return terminal.screen();
  };
  return { session, terminal, left, type, pass, onInterrupt, stop: () => ending.abort() };
}
