import { expect, test } from "vitest";
import { createLinuxSinks, parsePacatPosition } from "../../../src/audio/sinks/linux.ts";
import type { StreamSink } from "../../../src/audio/sinks/types.ts";
import { fakeMachine } from "../../support/fake-programs.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

const ROWS = [
  [
    "pacat",
    [
      "--playback",
      "--raw",
      "--rate=48000",
      "--format=s16le",
      "--channels=1",
      "--latency-msec=500",
      "--client-name=unwind",
      "--stream-name=workout cues",
      "--verbose",
    ],
  ],
  ["pw-play", ["--raw", "--rate=48000", "--format=s16", "--channels=1", "--latency=200ms", "-"]],
  ["aplay", "-q -t raw -f S16_LE -r 48000 -c 1 -B 250000 -F 15000 -".split(" ")],
  ["play", "-q --buffer 1024 -t raw -r 48000 -e signed-integer -b 16 -c 1 -L -".split(" ")],
] as const;

function sinkOf(name: string, body: string) {
  const clock = new SimulatedClock();
  const fake = fakeMachine(clock, "linux", { [name]: body });
  const sink = createLinuxSinks(fake.machine).find((row) => row.name === name) as StreamSink;
  return { clock, fake, sink };
}

test("the sound server's own player is tried first, and the bell of the terminal is not among the programs", () => {
  const { machine } = fakeMachine(new SimulatedClock(), "linux", {});
  expect(createLinuxSinks(machine).map((sink) => sink.name)).toEqual(["pacat", "pw-play", "aplay", "speaker", "play"]);
  expect(createLinuxSinks(machine)[0]).toEqual({ kind: "missing", name: "pacat", why: "not installed" });
});

test.each(ROWS)("%s is started with exactly these arguments", async (name, args) => {
  const { fake, sink } = sinkOf(name, "early: process.stderr.write('no \\u001b[31mdevice\\u0007\\n'); process.exit(1)");
  expect(sink.kind).toBe("stream");
  const why = await sink.open().ended;
  expect(why).toMatch(/^ended after 0 ms with code 1/);
  expect(why).not.toMatch(/\p{Cc}/u);
  expect(fake.calls(name)).toEqual([args]);
});

test("a player that tells no place is fed nothing until it can play, then well ahead, then as time goes by", async () => {
  const { clock, sink } = sinkOf("aplay", "");
  const stream = sink.open();
  const counts: number[] = [];
  const read = (count: number) => {
    counts.push(count);
    return new Int16Array(count).fill(counts.length);
  };
  stream.pump(read);
  expect(counts).toEqual([]);
  clock.advance(150);
  stream.pump(read);
  clock.advance(60);
  stream.pump(read);
  expect(counts).toEqual([350 * 48, 60 * 48]);
  expect(stream.positionAt(clock.monotonicMs())).toBe(60 * 48);
  stream.close();
  expect(await stream.ended).toMatch(/by SIGKILL$/);
});

test("held up for longer than it was fed, the stream goes on from where it stands", () => {
  const { clock, sink } = sinkOf("aplay", "");
  const stream = sink.open();
  clock.advance(150);
  stream.pump((count) => new Int16Array(count));
  clock.jump(2000);
  let fed = 0;
  stream.pump((count) => {
    fed = count;
    return new Int16Array(count);
  });
  expect(fed).toBe(350 * 48);
  expect(stream.positionAt(clock.monotonicMs())).toBe(350 * 48);
  stream.close();
});

test("after five minutes a player that tells no place wants to be opened anew, one that does never", () => {
  for (const [name, stale] of [
    ["aplay", true],
    ["pacat", false],
  ] as const) {
    const { clock, sink } = sinkOf(name, "");
    const stream = sink.open();
    expect(stream.mayHaveDrifted()).toBe(false);
    clock.advance(301_000);
    expect(stream.mayHaveDrifted()).toBe(stale);
    stream.close();
  }
});

test("a player that takes nothing for five seconds is ended, and the reason says so", async () => {
  const { clock, sink } = sinkOf("pacat", "");
  const stream = sink.open();
  for (let ms = 0; ms < 6000; ms += 60) {
    clock.advance(60);
    stream.pump((count) => new Int16Array(count));
  }
  expect(await stream.ended).toBe("took no more sound");
});

test("what pacat says about its place is read, the latest word of several", () => {
  const text = "Time: 1.050 sec; Latency: 300123 usec.  \rTime: 1.100 sec; Latency: 299000 usec.  \r";
  expect(parsePacatPosition(text)).toEqual({ heardMs: 1100, latencyMs: 299 });
  expect(parsePacatPosition("Stream started.")).toBeNull();
});
