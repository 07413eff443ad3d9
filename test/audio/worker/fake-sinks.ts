/** A sink supervisor with sinks that a test can end, and that record what they are fed. */
import { missingBackend } from "../../../src/audio/open-first.ts";
import type { OutputStream, SinkCandidate, StreamSink } from "../../../src/audio/sinks/types.ts";
import type { BackendAttempt } from "../../../src/audio/types.ts";
import { CueQueue } from "../../../src/audio/worker/cue-queue.ts";
import { SinkSupervisor } from "../../../src/audio/worker/sink-supervisor.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

/** A stream sink that a test can end, and that records what it is fed. */
function fakeSink(name: string, clock: SimulatedClock) {
  const fake = {
    opened: 0,
    fed: [] as Int16Array[],
    fault: null as string | null,
    end: (_why: string) => {},
    sink: { kind: "stream", name, open: () => open() } satisfies StreamSink,
  };
  const open = (): OutputStream => {
    fake.opened++;
    if (fake.fault) throw new Error(fake.fault);
    const startMs = clock.monotonicMs();
    let fed = 0;
    const ended = new Promise<string>((resolve) => {
      fake.end = resolve;
    });
    const positionAt = (ms: number) => (ms - startMs) * 48;
    return {
      pumpIntervalMs: 60,
      ended,
      positionAt,
      mayHaveDrifted: () => false,
      pump(read) {
        const count = positionAt(clock.monotonicMs()) + 100 * 48 - fed;
        if (count > 0) fake.fed.push(read(count));
        fed += Math.max(0, count);
      },
      close: () => fake.end("closed"),
    };
  };
  return fake;
}

const BELL: SinkCandidate = { kind: "bell", name: "bell" };

/** Lets promises settle between two moves of the clock. */
export async function pass(clock: SimulatedClock, ms: number) {
  for (let moved = 0; moved < ms; moved += 50) {
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    clock.advance(50);
  }
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

/** @param missing names of sinks that this machine does not have, after the others */
export function createSupervisor(names: readonly string[], missing: readonly string[] = []) {
  const clock = new SimulatedClock();
  const fakes = names.map((name) => fakeSink(name, clock));
  const queue = new CueQueue(48_000, () => clock.monotonicMs());
  const heard = {
    used: null as string | null,
    attempts: [] as readonly BackendAttempt[],
    notices: [] as string[],
    rings: 0,
  };
  const sinks = [...fakes.map((fake) => fake.sink), ...missing.map((name) => missingBackend(name)), BELL];
  const supervisor = new SinkSupervisor(sinks, queue, clock, {
    onChange: (used, attempts) => Object.assign(heard, { used, attempts }),
    onNotice: (text) => heard.notices.push(text),
    ringBell: () => heard.rings++,
  });
  const tone = (inMs: number, lengthMs = 10, level = 1000) => {
    const samples = new Int16Array(lengthMs * 48).fill(level);
    const cue = { kind: "tone", name: "go" } as const;
    queue.add({ cue, dueMs: clock.monotonicMs() + inMs, endByMs: null, samples });
    supervisor.player?.wake();
  };
  return { clock, fakes, queue, heard, supervisor, tone };
}

/** A supervisor that has opened its first sink, 500 ms ago at most. */
export async function openSupervisor(names: readonly string[], ms = 500) {
  const created = createSupervisor(names);
  const opening = created.supervisor.open();
  await pass(created.clock, ms);
  await opening;
  return created;
}
