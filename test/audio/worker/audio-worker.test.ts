/** The audio worker on hosts with fake programs: what becomes of sounds when requests come in. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { AudioWorker } from "../../../src/audio/worker/audio-worker.ts";
import type { WorkerMessage, WorkerOptions } from "../../../src/audio/worker/protocol.ts";
import { PROBATION_MS } from "../../../src/audio/worker/sink-supervisor.ts";
import { FAKE_ESPEAK, fakeMachine } from "../../support/fake-programs.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

/** Programs are processes: on a busy machine they take their time. */
const PATIENT = { timeout: 10_000 };

/** Says a line until it is told to stop or that the line is over, and no longer than its test. */
const FAKE_SPD_SAY = `early:
  const over = process.argv[1] + ".over";
  const ends = () => (fs.existsSync(over) || !fs.existsSync(process.argv[1])) && process.exit(0);
  if (args.includes("--stop")) fs.writeFileSync(over, "");
  else if (args.includes("--wait")) setInterval(() => ends(), 5);
  else process.stdout.write("espeak-ng\\n");
`;

/** A worker that has found what it plays through; what it posts is kept. */
async function workerOn(programs: Record<string, string>, change: Partial<WorkerOptions> = {}) {
  const clock = new SimulatedClock();
  const fake = fakeMachine(clock, "linux", programs);
  const messages: WorkerMessage[] = [];
  const worker = new AudioWorker(fake.machine, (message) => messages.push(message));
  onTestFinished(() => worker.close());
  const usual = { cacheDir: null, rate: 165, volume: 100, deferVoice: false, bell: true } as const;
  const options: WorkerOptions = { ...usual, ...change };
  worker.handleRequest({ type: "open", options });
  const told = (part: "voices" | "sinks") =>
    messages.some((one) => one.type === "status" && one.status[part].length > 0);
  // The voice first, while time stands still: a program that is slow shall not be taken for one that hangs.
  if (!options.deferVoice) await expect.poll(() => told("voices"), PATIENT).toBe(true);
  while (!told("sinks")) {
    clock.advance(PROBATION_MS);
    await new Promise(setImmediate);
  }
  const say = (text: string, inMs: number) =>
    worker.handleRequest({
      type: "schedule",
      cues: [{ cue: { kind: "speech", text }, dueEpochMs: clock.epochMs() + inMs }],
    });
  const done = (requestId: number) =>
    messages.some((message) => message.type === "done" && message.requestId === requestId);
  return { clock, fake, worker, messages, say, done };
}

/** One that has been told to say a line aloud, and does. */
async function saying() {
  const at = await workerOn({ "spd-say": FAKE_SPD_SAY }, { sinkPreference: "bell" });
  const calls = (flag: string) => at.fake.calls("spd-say").filter((args) => args.includes(flag));
  at.say("Session done.", 100);
  await new Promise(setImmediate);
  at.clock.advance(100);
  await expect.poll(() => calls("--wait"), PATIENT).toHaveLength(1);
  return { ...at, calls };
}

test("a line that the machine says aloud by itself is waited for to its end, and nobody is told to stop", async () => {
  const { clock, fake, worker, calls, done } = await saying();
  worker.handleRequest({ type: "idle", requestId: 7 });
  clock.advance(5000);
  expect(done(7)).toBe(false);
  writeFileSync(join(fake.folder, "spd-say.over"), "");
  const over = () => {
    clock.advance(50);
    return done(7);
  };
  await expect.poll(over, PATIENT).toBe(true);
  worker.close();
  worker.close();
  await new Promise(setImmediate);
  expect(calls("--stop")).toEqual([]);
});

test("a line that waits for its moment is waited for too, with a voice that says it aloud", async () => {
  const { clock, worker, say, done, calls } = await saying();
  say("Well done.", 3000);
  worker.handleRequest({ type: "drop" });
  say("Goodbye.", 3000);
  worker.handleRequest({ type: "idle", requestId: 8 });
  await expect.poll(() => calls("--stop"), PATIENT).toHaveLength(1);
  clock.advance(2900);
  expect(done(8)).toBe(false);
  clock.advance(200);
  await expect.poll(() => calls("--wait").map((args) => args.at(-1)), PATIENT).toEqual(["Session done.", "Goodbye."]);
});

test("a line that could only be said aloud more than 250 ms late is not said", async () => {
  const { clock, say, calls } = await saying();
  say("Too late.", 1000);
  await new Promise(setImmediate);
  clock.jump(1251);
  say("Just in time.", 1000);
  await new Promise(setImmediate);
  clock.jump(1250);
  const said = () => calls("--wait").map((args) => args.at(-1));
  await expect.poll(said, PATIENT).toEqual(["Session done.", "Just in time."]);
});

test("what is taken back from a moment on leaves a line alone that is being said aloud", async () => {
  const { clock, worker, say, calls } = await saying();
  say("Ten seconds left.", 3000);
  worker.handleRequest({ type: "drop", fromEpochMs: clock.epochMs() });
  clock.advance(4000);
  await new Promise(setImmediate);
  expect(calls("--stop")).toEqual([]);
  expect(calls("--wait")).toHaveLength(1);
  worker.close();
  await expect.poll(() => calls("--stop"), PATIENT).toHaveLength(1);
});

test("a line that sounds goes on in its stream when the rest is taken back; silence at once needs another", async () => {
  const { clock, fake, worker, messages, say } = await workerOn({ aplay: "", "espeak-ng": FAKE_ESPEAK });
  const opened = () => fake.calls("aplay").length;
  const text = "A line that is as long as it takes to press a key, and longer than that.";
  worker.handleRequest({ type: "prepare", texts: [text], requestId: 1 });
  await expect.poll(() => messages.some(({ type }) => type === "done"), PATIENT).toBe(true);
  say(text, 500);
  clock.advance(700);
  worker.handleRequest({ type: "drop", fromEpochMs: clock.epochMs() });
  clock.advance(200);
  await expect.poll(opened, PATIENT).toBe(1);
  worker.handleRequest({ type: "drop" });
  await expect.poll(opened, PATIENT).toBe(2);
});

test("the bell speaks no line that was rendered, and a voice that speaks by itself needs no player", async () => {
  const statusWith = async (programs: Record<string, string>) => {
    const { messages } = await workerOn(programs, { sinkPreference: "bell" });
    await expect.poll(() => messages.some((one) => one.type === "status" && one.settled), PATIENT).toBe(true);
    return messages.findLast((one) => one.type === "status")?.status;
  };
  expect(await statusWith({ "espeak-ng": FAKE_ESPEAK })).toMatchObject({ sink: "bell", canSpeak: false });
  expect(await statusWith({ "spd-say": FAKE_SPD_SAY })).toMatchObject({ sink: "bell", canSpeak: true });
});

test("a voice that nobody wanted at first is looked for at its first line, and its finding is told", async () => {
  const change = { deferVoice: true, sinkPreference: "bell" };
  const { fake, worker, messages } = await workerOn({ "espeak-ng": FAKE_ESPEAK }, change);
  worker.handleRequest({ type: "prepare", texts: [], requestId: 1 });
  await new Promise(setImmediate);
  expect(fake.calls("espeak-ng")).toEqual([]);
  worker.handleRequest({ type: "prepare", texts: ["Psoas march.", "Stand tall."], requestId: 2 });
  await expect.poll(() => messages.at(-1), PATIENT).toEqual({ type: "done", requestId: 2 });
  const found = messages.findLast((message) => message.type === "status");
  expect(found).toMatchObject({ settled: true, status: { voice: expect.stringContaining("espeak-ng 9.87") } });
  expect(messages.filter(({ type }) => type === "duration")).toHaveLength(2);
});
