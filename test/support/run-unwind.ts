/** The program run in this process, in a home folder of its own, with a past that was made up. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, vi } from "vitest";
import type { ShellEnvironment } from "../../src/app/shell-environment.ts";
import { main } from "../../src/cli.ts";
import { systemClock } from "../../src/clock.ts";
import { writeFileAtomically } from "../../src/files/write.ts";
import { sessionPath } from "../../src/journal/journal-paths.ts";
import type { SessionFile } from "../../src/journal/session-format.ts";
import { formatSessionFile } from "../../src/journal/session-text.ts";
import { VERSION } from "../../src/version.ts";
import { journalOf, sessionOf } from "../support/example-sessions.ts";

/** The folder of the test that is on. */
export let home: string;

/** Gives each test of a file a home folder of its own. */
export function giveFreshHome(): void {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "unwind-commands-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
}

/** Lets the sessions of a file's tests run to their end at once: time jumps to the next alarm when nothing else is to do. */
export function skipWaiting(): void {
  beforeEach(() => {
    let [skippedMs, reachedMs] = [0, 0];
    const alarms = new Set<{ readonly deadlineMs: number; readonly wake: () => void }>();
    const nowMs = () => Math.max(performance.now() + skippedMs, reachedMs);
    const wakeNext = () => {
      const [next] = [...alarms].sort((a, b) => a.deadlineMs - b.deadlineMs);
      if (!next) return;
      alarms.delete(next);
      reachedMs = Math.max(nowMs(), next.deadlineMs);
      skippedMs = reachedMs - performance.now();
      next.wake();
    };
    vi.spyOn(systemClock, "monotonicMs").mockImplementation(nowMs);
    vi.spyOn(systemClock, "epochMs").mockImplementation((ms = nowMs()) => performance.timeOrigin + ms);
    vi.spyOn(systemClock, "callAt").mockImplementation((deadlineMs, wake) => {
      const alarm = { deadlineMs, wake };
      alarms.add(alarm);
      setImmediate(wakeNext);
      return () => alarms.delete(alarm);
    });
  });
}

/** Runs the program in this process, without a terminal. */
export const unwind = (...words: string[]) => unwindReading("", ...words);

/** The same with something on its standard input. */
export const unwindReading = (input: string, ...words: string[]) => runUnwindIn(home, input, words);

/** The same in another home. */
export async function runUnwindIn(
  folder: string,
  input: string | Buffer,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const written = { out: "", error: "" };
  const code = await main(words, { ...createShell(input, written, folder), env: { UNWIND_HOME: folder, ...env } });
  return { code, ...written };
}

/** What the program is run with: no terminal, and what it writes kept. */
export function createShell(
  input: string | Buffer = "",
  written = { out: "", error: "" },
  folder = home,
): ShellEnvironment {
  const stream = () => new PassThrough().resume();
  return {
    stdin: new PassThrough().end(input) as unknown as PassThrough,
    stdout: stream(),
    stderr: stream(),
    env: { UNWIND_HOME: folder },
    signal: new AbortController().signal,
    stop: () => {},
    write: (text) => {
      written.out += text;
    },
    error: (line) => {
      written.error += `${line}\n`;
    },
    columns: 80,
    colour: false,
  };
}

export const json = async (...words: string[]) => JSON.parse((await unwind(...words, "--json")).out);

const HOUR_MS = 3_600_000;
/** So many hours ago, to the minute: days count by the clock of the machine that runs the test. */
export const ago = (hours: number) =>
  new Date(Math.floor((Date.now() - hours * HOUR_MS) / 60_000) * 60_000).toISOString();

export function given(id: string, hours: number, change: Partial<SessionFile> = {}): SessionFile {
  const startedAt = ago(hours);
  const session = { ...sessionOf(), id, startedAt, endedAt: startedAt, utcOffsetMinutes: 0, ...change };
  writeFileAtomically(sessionPath(join(home, "sessions"), session), formatSessionFile(session), { durable: false });
  return session;
}

/** The journal of a process that was killed an hour ago: after fifty seconds, in its third step, unless said otherwise. */
export function cutOff(id: string, hours = 1, seconds = 50): void {
  mkdirSync(join(home, "journal"), { recursive: true });
  const { text } = journalOf(
    (session, clock) => {
      session.send({ type: "start" });
      clock.advance(seconds * 1000);
    },
    { id, startMs: Date.parse(ago(hours)) },
  );
  writeFileSync(join(home, "journal", `${id}.jsonl`), text.replace('"program":"0.1.0"', `"program":"${VERSION}"`));
}
