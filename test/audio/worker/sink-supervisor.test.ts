import { describe, expect, test } from "vitest";
import { LASTING_MS, PROBATION_MS } from "../../../src/audio/worker/sink-supervisor.ts";
import { createSupervisor, openSupervisor, pass } from "./fake-sinks.ts";

test("a player that dies at once is no sink: the next one is taken, and it is told why", async () => {
  const { clock, fakes, heard, supervisor } = createSupervisor(["pacat", "aplay"], ["speaker"]);
  const [pacat] = fakes;
  const opening = supervisor.open();
  pacat?.end("ended after 12 ms with code 1: Connection refused");
  await pass(clock, PROBATION_MS + 100);
  await opening;
  expect(heard.used).toBe("aplay");
  expect(heard.attempts.map(({ name, state }) => `${name} ${state}`)).toEqual([
    "pacat failed",
    "aplay used",
    "speaker missing",
    "bell spare",
  ]);
  expect(heard.attempts[0]?.why).toContain("Connection refused");
});

test("a sink that plays into nothing is passed over", async () => {
  const { clock, fakes, heard, supervisor } = createSupervisor(["speaker"]);
  if (fakes[0]) fakes[0].fault = "found no device and played into nothing";
  const opening = supervisor.open();
  await pass(clock, 100);
  await opening;
  expect(heard.used).toBe("bell");
});

test("a tone stands in the stream where its moment is", async () => {
  const { clock, fakes, tone } = await openSupervisor(["pacat"]);
  tone(300);
  await pass(clock, 600);
  const stream = fakes[0]?.fed.flatMap((part) => [...part]) ?? [];
  expect(stream.findIndex((sample) => sample !== 0)).toBe(800 * 48);
});

test("a tone whose moment was fed as silence already is in time all the same: the stream is opened anew", async () => {
  const { clock, fakes, tone } = await openSupervisor(["pacat"]);
  const before = fakes[0]?.fed.reduce((sum, part) => sum + part.length, 0) ?? 0;
  tone(60);
  await pass(clock, 300);
  const anew = fakes[0]?.fed.flatMap((part) => [...part]).slice(before) ?? [];
  expect(anew.findIndex((sample) => sample !== 0)).toBe(60 * 48);
  expect(fakes[0]?.opened).toBe(2);
});

test("with the bell alone, tones ring it at their moments", async () => {
  const { clock, heard, tone } = await openSupervisor([], 100);
  tone(400);
  await pass(clock, 350);
  expect(heard.rings).toBe(0);
  await pass(clock, 100);
  expect(heard.rings).toBe(1);
});

test("a player that is killed is told of once, tried again, and comes back by itself", async () => {
  const { clock, fakes, heard } = await openSupervisor(["pacat"]);
  const [pacat] = fakes;
  if (pacat) pacat.fault = "ended after 3 ms with code 1: Connection refused";
  pacat?.end("ended after 500 ms by SIGKILL");
  await pass(clock, 3000);
  expect(heard.notices).toEqual(["Sound stopped (pacat ended after 500 ms by SIGKILL); trying again"]);
  expect(pacat?.opened).toBeGreaterThan(2);
  if (pacat) pacat.fault = null;
  await pass(clock, 5000 + LASTING_MS);
  expect(heard.notices.at(-1)).toBe("Sound is back");
  expect(heard.notices).toHaveLength(2);
});

test("a player that ends again and again, as without a device, is told of once, and never to be back", async () => {
  const { clock, fakes, heard } = await openSupervisor(["pacat"]);
  const [pacat] = fakes;
  for (const waitMs of [250, 500, 1000, 2000, 4000, 8000]) {
    pacat?.end("ended after 523 ms with code 1");
    await pass(clock, waitMs + PROBATION_MS + 500);
  }
  expect(heard.notices).toEqual(["Sound stopped (pacat ended after 523 ms with code 1); trying again"]);
  await pass(clock, 2 * LASTING_MS);
  expect(heard.notices.slice(1)).toEqual(["Sound is back"]);
  pacat?.end("ended after 30 s by SIGKILL");
  await pass(clock, 1000);
  expect(heard.notices).toHaveLength(3);
});

test("a player that cannot play is tried ever more rarely, four times a minute at last, and often again once it has played", async () => {
  const { clock, fakes } = await openSupervisor(["pacat"]);
  const pacat = fakes[0]!;
  const countTries = async (ms: number) => {
    const before = pacat.opened;
    await pass(clock, ms);
    return pacat.opened - before;
  };
  pacat.fault = "Connection refused";
  pacat.end("ended");
  expect(await countTries(4000)).toBe(4);
  expect(await countTries(60_000)).toBe(5);
  expect(await countTries(10 * 60_000)).toBe(40);
  pacat.fault = null;
  expect(await countTries(16_000 + PROBATION_MS + LASTING_MS)).toBe(1);
  pacat.fault = "Connection refused";
  pacat.end("ended");
  expect(await countTries(4000)).toBe(4);
});

test("a sound server that does not come back gives way to another player", async () => {
  const { clock, fakes, heard } = await openSupervisor(["pacat", "aplay"]);
  const [pacat, aplay] = fakes;
  if (pacat) pacat.fault = "Connection refused";
  pacat?.end("ended");
  await pass(clock, 6000);
  expect(aplay?.opened).toBe(0);
  await pass(clock, 12_000);
  expect(heard.used).toBe("aplay");
});

test("a drop closes the stream that is fed ahead, and what comes next is heard next", async () => {
  const { clock, fakes, queue, supervisor, tone } = await openSupervisor(["pacat"]);
  tone(150);
  await pass(clock, 200);
  queue.removeFrom();
  supervisor.player?.drop();
  expect(fakes[0]?.opened).toBe(2);
  const before = fakes[0]?.fed.length ?? 0;
  tone(0);
  await pass(clock, 100);
  const after = fakes[0]?.fed.slice(before).flatMap((part) => [...part]) ?? [];
  expect(after.findIndex((sample) => sample !== 0)).toBeLessThan(30 * 48);
});

describe("what is taken back from a moment on", () => {
  const LINE = 1000;
  const TONE = 2000;

  /** A line that is heard for 130 ms already and the tone after it; everything from now on is taken back. */
  async function takenBack(lineMs: number, silenceMs: number) {
    const { clock, fakes, queue, supervisor, tone } = await openSupervisor(["pacat"]);
    const pacat = fakes[0]!;
    tone(200, lineMs, LINE);
    tone(200 + lineMs + silenceMs, 100, TONE);
    clock.advance(330);
    const before = pacat.fed.flatMap((part) => [...part]);
    queue.removeFrom(clock.monotonicMs());
    supervisor.player?.drop(clock.monotonicMs());
    clock.advance(2000);
    const after = pacat.fed.flatMap((part) => [...part]).slice(before.length);
    return { opened: pacat.opened, before, after };
  }
  const count = (samples: readonly number[], level: number) => samples.filter((sample) => sample === level).length;

  test("leaves a line that sounds alone, in the stream in which it stands", async () => {
    const { opened, before, after } = await takenBack(500, 200);
    expect(opened).toBe(1);
    expect(count(before, LINE) + count(after, LINE)).toBe(500 * 48);
    expect(count(after, TONE)).toBe(0);
  });

  test("takes out a tone that was fed and not heard yet, and the line before it goes on where it was cut", async () => {
    const { opened, before, after } = await takenBack(150, 10);
    expect(count(before, TONE)).toBeGreaterThan(0);
    expect(opened).toBe(2);
    expect(count(after, TONE)).toBe(0);
    expect(count(after.slice(0, 20 * 48), LINE)).toBe(20 * 48);
    expect(count(after, LINE)).toBe(20 * 48);
  });
});

test("closed, it starts nothing any more", async () => {
  const { clock, fakes, heard, supervisor } = await openSupervisor(["pacat"]);
  supervisor.close();
  await pass(clock, 5000);
  expect(fakes[0]?.opened).toBe(1);
  expect(heard.notices).toEqual([]);
});
