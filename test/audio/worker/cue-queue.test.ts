import { expect, test } from "vitest";
import { CueQueue, type QueuedCue } from "../../../src/audio/worker/cue-queue.ts";

const RATE = 1000;

function queueAt(nowMs: number) {
  const time = { nowMs };
  return { time, queue: new CueQueue(RATE, () => time.nowMs) };
}

function waiting(dueMs: number, change: Partial<QueuedCue> & { kind?: "tone" | "speech" } = {}): QueuedCue {
  const { kind = "tone", ...rest } = change;
  const cue = { id: dueMs, atMs: 0, kind, name: "go" };
  return { cue, dueMs, endByMs: null, samples: new Int16Array(100), ...rest };
}

test("sounds leave in the order of their moments, whatever order they came in", () => {
  const { queue } = queueAt(0);
  for (const dueMs of [300, 100, 200]) queue.add(waiting(dueMs));
  expect(queue.nextDueMs()).toBe(100);
  expect(queue.takeDueBefore(250).map((sound) => sound.dueMs)).toEqual([100, 200]);
  expect(queue.isEmpty).toBe(false);
});

test("a tone that is a little late is heard, one that is stale is not", () => {
  const { queue } = queueAt(1000);
  queue.add(waiting(900));
  queue.add(waiting(700));
  expect(queue.takeDueBefore(1001).map((sound) => sound.dueMs)).toEqual([900]);
  expect(queue.isEmpty).toBe(true);
});

test("a line that would run into what comes next is not begun", () => {
  const { queue } = queueAt(1000);
  queue.add(waiting(1000, { kind: "speech", endByMs: 1060 }));
  queue.add(waiting(1000, { kind: "speech", endByMs: 1101 }));
  expect(queue.takeDueBefore(1001)).toHaveLength(1);
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

test("with nothing to play it on, what has gone by is let go", () => {
  const { queue, time } = queueAt(0);
  queue.add(waiting(100));
  time.nowMs = 1000;
  queue.removeExpired();
  expect(queue.isEmpty).toBe(true);
});
