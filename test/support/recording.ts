/** Sessions led with a journal beside them, in a folder of their own. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { buildJournalPaths, type JournalPaths } from "../../src/journal/journal-paths.ts";
import { parseSessionFile } from "../../src/journal/session-text.ts";
import { SessionRecorder } from "../../src/journal/write/session-recorder.ts";
import { createInitialState } from "../../src/player/state.ts";
import { createSession } from "../../src/session/session.ts";
import type { Session } from "../../src/session/types.ts";
import { journalOf, MORNING_MS, plan } from "./example-sessions.ts";
import { SimulatedClock } from "./simulated-clock.ts";

let home: string;
export let places: JournalPaths;

/** Gives each test of a file a journal of its own. */
export function giveFreshJournal(): void {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "unwind-keeper-"));
    places = buildJournalPaths({ data: home, cache: join(home, "cache"), state: home });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
}

interface Led {
  readonly session: Session;
  readonly clock: SimulatedClock;
  readonly keeper: SessionRecorder;
}

export function lead(
  options: Partial<ConstructorParameters<typeof SessionRecorder>[0]> = {},
  startMs = MORNING_MS,
): Led {
  const from = options.resumedFrom;
  const used = from?.recording.plan ?? plan();
  const {
    nextStepIndex: step,
    stepRecords,
    activeMs: atMs,
  } = from?.recording ?? { nextStepIndex: 0, stepRecords: [], activeMs: 0 };
  const clock = new SimulatedClock(startMs);
  const session = createSession({
    plan: used,
    clock,
    initialState: createInitialState({ step, records: stepRecords, atMs }),
  });
  const keeper = new SessionRecorder({
    paths: places,
    plan: used,
    programVersion: "0.1.0",
    adjustments: [],
    speed: 1,
    utcOffsetMinutes: () => 60,
    ...options,
  });
  session.subscribe("journal", keeper.subscriber);
  return { session, clock, keeper };
}

export const journals = () => (existsSync(places.journal) ? readdirSync(places.journal) : []);

export function onlySession() {
  const folder = join(places.sessions, "2026", "11");
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  const read = parseSessionFile(readFileSync(join(folder, names[0] as string), "utf8"));
  if (read.type !== "valid") throw new Error(read.type);
  return { name: names[0] as string, session: read.value };
}

/** The journal of a process that was killed: written by one that does not exist. */
export function cutOff(act: Parameters<typeof journalOf>[0], given: Parameters<typeof journalOf>[1] = {}): string {
  mkdirSync(places.journal, { recursive: true });
  const path = join(places.journal, `cut-${given.id ?? "abcd1234"}.jsonl`);
  writeFileSync(path, journalOf(act, given).text);
  return path;
}

/** Ends the processes that write journals, as far as the journals tell. */
export function bury(): void {
  for (const name of journals()) {
    const path = join(places.journal, name);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replaceAll(`"pid":${process.pid}`, '"pid":9999999'));
  }
}

export const intoFirstSet = (session: Session, clock: SimulatedClock) => {
  session.send({ type: "start" });
  clock.advance(30_000);
};
