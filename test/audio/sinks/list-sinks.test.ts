import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseWav } from "../../../src/audio/mixing/wav.ts";
import { createDarwinSinks } from "../../../src/audio/sinks/darwin.ts";
import { listSinks } from "../../../src/audio/sinks/list-sinks.ts";
import { createSpeakerSink, type NativeSpeaker } from "../../../src/audio/sinks/native-speaker.ts";
import type { ClipSink, StreamSink } from "../../../src/audio/sinks/types.ts";
import { createWindowsSinks, PLAYER_SCRIPT } from "../../../src/audio/sinks/windows.ts";
import { SETTINGS } from "../../../src/settings/definitions.ts";
import { fakeMachine } from "../../support/fake-programs.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

const CLIP = { samples: Int16Array.of(1, 2, 3), sampleRate: 48_000 };

const namesOn = (platform: NodeJS.Platform) =>
  listSinks(fakeMachine(new SimulatedClock(), platform, {}).machine, undefined).map((sink) => sink.name);

test("a person may choose every sink of every platform by its name, and nothing else", () => {
  const all = (["linux", "darwin", "win32"] as const).flatMap(namesOn);
  const { schema } = SETTINGS.sink;
  expect("enum" in schema && [...schema.enum].sort()).toEqual([...new Set(["auto", ...all])].sort());
});

test("each platform has its own order, and the bell is always the last", () => {
  expect(namesOn("darwin")).toEqual(["speaker", "afplay", "bell"]);
  expect(namesOn("win32")).toEqual(["speaker", "powershell", "bell"]);
  expect(namesOn("freebsd")).toEqual(["pacat", "pw-play", "aplay", "speaker", "play", "bell"]);
});

test("a sink that is preferred goes first; a preference that nobody knows changes nothing", () => {
  const { machine } = fakeMachine(new SimulatedClock(), "linux", {});
  expect(listSinks(machine, "bell")[0]?.name).toBe("bell");
  expect(listSinks(machine, "gramophone").map((sink) => sink.name)).toEqual(namesOn("linux"));
});

describe("macOS", () => {
  test("afplay is given one file, a WAV of the clip, and the file goes with the player", async () => {
    const { machine, calls } = fakeMachine(new SimulatedClock(), "darwin", { afplay: "early: process.exit(7)" });
    const sink = createDarwinSinks(machine)[1] as ClipSink;
    const player = sink.open();
    player.play(CLIP);
    expect(await player.ended).toMatch(/with code 7$/);
    const [[file = ""] = []] = calls("afplay");
    expect(parseWav(readFileSync(file))).toEqual(CLIP);
    player.close();
    expect(existsSync(file)).toBe(false);
  });
});

describe("Windows", () => {
  test("one PowerShell plays: no profile, no prompt, the script encoded, files told line by line", async () => {
    const body = `early: process.stdin.on("data", (part) => part.includes('"stop"') && setImmediate(() => process.exit(0)))`;
    const { machine, calls, input } = fakeMachine(new SimulatedClock(), "win32", { powershell: body });
    const player = (createWindowsSinks(machine)[1] as ClipSink).open();
    player.play(CLIP);
    player.stop();
    await player.ended;
    const [args = []] = calls("powershell");
    expect(args.slice(0, 4)).toEqual(["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand"]);
    expect(Buffer.from(args[4] ?? "", "base64").toString("utf16le")).toBe(PLAYER_SCRIPT);
    const lines = input("powershell").toString().trim().split("\n");
    expect(parseWav(readFileSync((JSON.parse(lines[0] ?? "") as { play: string }).play))).toEqual(CLIP);
    expect(lines[1]).toBe('{"stop":1}');
    player.close();
  });
});

describe("the native output", () => {
  const machine = (clock: SimulatedClock) => ({ clock, platform: "darwin" as const, env: {} });
  const openSpeaker = (clock: SimulatedClock, speaker: NativeSpeaker) =>
    (createSpeakerSink(machine(clock), speaker) as StreamSink).open();

  test("is fed until its ring is full, and what did not fit is given first the next time", () => {
    const clock = new SimulatedClock();
    const taken: number[] = [];
    let room = 600;
    const stream = openSpeaker(clock, {
      open: () => "handle",
      writeSync(_handle, bytes) {
        const count = Math.min(room, bytes.length / 2);
        room -= count;
        for (let index = 0; index < count; index++) taken.push(bytes.readInt16LE(2 * index));
        return count;
      },
      close() {},
    });
    let next = 0;
    const read = (count: number) => Int16Array.from({ length: count }, () => next++);
    stream.pump(read);
    expect(taken).toHaveLength(600);
    room = 100;
    stream.pump(read);
    expect(taken).toEqual(Array.from({ length: 700 }, (_, index) => index));
    stream.close();
  });

  test("that takes nothing any more has ended", async () => {
    const clock = new SimulatedClock();
    const stream = openSpeaker(clock, { open: () => 1, writeSync: () => 0, close() {} });
    stream.pump((count) => new Int16Array(count));
    clock.advance(6000);
    stream.pump((count) => new Int16Array(count));
    expect(await stream.ended).toBe("took no more sound");
  });

  test("that is not there is missing, not a fault", () => {
    expect(createSpeakerSink(machine(new SimulatedClock()), null)).toEqual({
      kind: "missing",
      name: "speaker",
      why: "no prebuilt output for this kind of machine",
    });
  });
});
