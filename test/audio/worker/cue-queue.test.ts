import { expect, test } from "vitest";
import { CueQueue, type QueuedCue } from "../../../src/audio/worker/cue-queue.ts";

const RATE = 1000;

function queueAt(nowMs: number) {
  const time = { nowMs };
  return { time, queue: new CueQueue(RATE, () => time.nowMs) };
}

function waiting(dueMs: number, change: Partial<QueuedCue> & { kind?: "tone" | "speech" } = {}): QueuedCue {
  const { kind = "tone", ...rest } = change;
  const cue = kind === "tone" ? ({ kind, name: "go" } as const) : { kind, text: "Halfway." };
  return { cue, dueMs, endByMs: null, samples: new Int16Array(100), ...rest };
}

test("sounds leave in the order of their moments, whatever order they came in", () => {
  const { queue } = queueAt(0);
  for (const dueMs of [300, 100, 200]) queue.add(waiting(dueMs));
  expect(queue.nextDueMs()).toBe(100);
  expect(queue.takeDueBefore(250).map((sound) => sound.dueMs)).toEqual([100, 200]);
  expect(queue.isEmpty).toBe(false);
});

test("a tone that is 250 ms late is still played, one that is any later is dropped", () => {
  const { queue } = queueAt(1000);
  queue.add(waiting(750));
  queue.add(waiting(749.99));
  expect(queue.takeDueBefore(1001).map((sound) => sound.dueMs)).toEqual([750]);
  expect(queue.isEmpty).toBe(true);
});

test("a line may run 30 ms into what comes next; one that would run any further is not begun", () => {
  const { queue } = queueAt(1000);
  queue.add(waiting(1000, { kind: "speech", endByMs: 1069.99 }));
  queue.add(waiting(999, { kind: "speech", endByMs: 1070 }));
  expect(queue.takeDueBefore(1001).map((sound) => sound.dueMs)).toEqual([999]);
});

test("a line that is not rendered yet waits for as long as it still fits", () => {
  const { queue, time } = queueAt(1000);
  const line = waiting(1000, { kind: "speech", samples: null, endByMs: 2000 });
  queue.add(line);
  expect(queue.takeDueBefore(1001)).toEqual([]);
  time.nowMs = 1850;
  line.samples = new Int16Array(100);
  expect(queue.takeDueBefore(1851)).toHaveLength(1);

  queue.add(waiting(1000, { kind: "speech", samples: null, endByMs: 2000 }));
  time.nowMs = 2100;
  expect(queue.takeDueBefore(2101)).toEqual([]);
  expect(queue.isEmpty).toBe(true);
});

test("from a moment on all is let go, and what was due before it stays", () => {
  const { queue } = queueAt(1000);
  const late = waiting(900, { kind: "speech", samples: null });
  for (const one of [late, waiting(1000), waiting(1200)]) queue.add(one);
  queue.removeFrom(1000);
  expect(queue.has(late)).toBe(true);
  expect(queue.nextDueMs()).toBeNull();
  queue.removeFrom();
  expect(queue.isEmpty).toBe(true);
});

test("with nothing to play it on, a tone goes once it is more than 250 ms late", () => {
  const { queue, time } = queueAt(0);
  queue.add(waiting(100));
  time.nowMs = 350;
  queue.removeExpired();
  expect(queue.isEmpty).toBe(false);
  time.nowMs = 350.01;
  queue.removeExpired();
  expect(queue.isEmpty).toBe(true);
});
