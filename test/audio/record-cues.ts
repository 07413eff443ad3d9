/** A session with cue playback, and an engine that records what it is asked for. */
import { type PlayedCue, startCuePlayback } from "../../src/audio/cue-playback.ts";
import type { ScheduledCue } from "../../src/audio/types.ts";
import type { Cue, CueSettings } from "../../src/cues/types.ts";
import { createSession } from "../../src/session/session.ts";
import { ALL, evenly, planOf, spoken } from "../cues/support.ts";
import { each, hold, tempo } from "../support/content.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

export const EPOCH = 1_700_000_000_000;
export const march = planOf([
  spoken({ pattern: tempo(3, 1, 3), reps: 6, sets: 2, rest: 40 }),
  spoken({ id: "lunge", pattern: hold(30), sides: each("one-side-first") }),
]);

/** What playback sends: the whole cue, of which an engine needs a part. */
type SentCue = ScheduledCue & { readonly cue: Cue };

/** An engine that keeps a log of what it is asked for. */
function fakeEngine(lengths: Readonly<Record<string, number>> = {}) {
  const log: (SentCue | "drop" | "take back")[] = [];
  const takenBackFrom: number[] = [];
  const prepared: string[][] = [];
  return {
    log,
    prepared,
    /** The moments on the wall from which on cues were taken back. */
    takenBackFrom,
    sent: () => log.filter((entry) => typeof entry !== "string"),
    schedule: (cues: readonly ScheduledCue[]) => void log.push(...(cues as readonly SentCue[])),
    drop: (fromEpochMs?: number) => {
      log.push(fromEpochMs === undefined ? "drop" : "take back");
      if (fromEpochMs !== undefined) takenBackFrom.push(fromEpochMs);
    },
    prepare: async (texts: readonly string[]) => void prepared.push([...texts]),
    durationOf: (text: string) => lengths[text] ?? null,
  };
}

export function begin(change: Partial<CueSettings> = {}, options: { seen?: boolean; plan?: typeof march } = {}) {
  const { plan = march, seen = false } = options;
  const clock = new SimulatedClock(EPOCH);
  const session = createSession({ plan, clock });
  const engine = fakeEngine();
  const told: PlayedCue[] = [];
  const playback = startCuePlayback({
    session,
    engine,
    settings: { ...ALL, ...change },
    alsoVisible: seen,
    estimateMs: evenly,
  });
  playback.onCue((played) => told.push(played));
  session.send({ type: "start" });
  const startEpochMs = clock.epochMs();
  return { clock, session, engine, told, startEpochMs };
}

/** "12.00 go" of what the engine was sent, by its moment on the wall. */
export function played(entries: readonly SentCue[], startEpochMs: number): string[] {
  return entries.map(({ cue, dueEpochMs }) => {
    const at = ((dueEpochMs - startEpochMs) / 1000).toFixed(2);
    return `${at} ${cue.kind === "tone" ? cue.name : `${cue.name}: ${cue.text}`}`;
  });
}
