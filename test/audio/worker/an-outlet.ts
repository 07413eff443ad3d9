/** An outlet with sinks that a test can end, and that tell what they were fed. */

import type { OutputStream, Sink } from "../../../src/audio/sinks/types.ts";
import type { BackendAttempt } from "../../../src/audio/types.ts";
import { CueQueue } from "../../../src/audio/worker/cue-queue.ts";
import { SinkSupervisor } from "../../../src/audio/worker/sink-supervisor.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

/** A stream sink that a test can end, and that tells what it was fed. */
function fakeSink(name: string, clock: SimulatedClock) {
  const fake = {
    opened: 0,
    fed: [] as Int16Array[],
    fault: null as string | null,
    missing: null as string | null,
    end: (_why: string) => {},
    sink: undefined as unknown as Sink,
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
  fake.sink = { kind: "stream", name, unavailableReason: () => fake.missing, open };
  return fake;
}

const BELL: Sink = { kind: "bell", name: "bell", unavailableReason: () => null };

/** Lets promises settle between two moves of the clock. */
export async function pass(clock: SimulatedClock, ms: number) {
  for (let moved = 0; moved < ms; moved += 50) {
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    clock.advance(50);
  }
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

export function setting(names: readonly string[]) {
  const clock = new SimulatedClock();
  const fakes = names.map((name) => fakeSink(name, clock));
  const queue = new CueQueue(48_000, () => clock.monotonicMs());
  const heard = {
    used: null as string | null,
    attempts: [] as readonly BackendAttempt[],
    notices: [] as string[],
    rings: 0,
  };
  const outlet = new SinkSupervisor([...fakes.map((fake) => fake.sink), BELL], queue, clock, {
    onChange: (used, attempts) => Object.assign(heard, { used, attempts }),
    onNotice: (text) => heard.notices.push(text),
    ringBell: () => heard.rings++,
  });
  const tone = (inMs: number, lengthMs = 10, level = 1000) => {
    const samples = new Int16Array(lengthMs * 48).fill(level);
    const cue = { id: 0, atMs: 0, kind: "tone" as const, name: "go" };
    queue.add({ cue, dueMs: clock.monotonicMs() + inMs, endByMs: null, samples });
    outlet.player?.wake();
  };
  return { clock, fakes, queue, heard, outlet, tone };
}
