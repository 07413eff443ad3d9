/** Following a session that a person pauses, skips in, extends or ends early: the sheet of what is left is heard. */
import { describe, expect, it } from "vitest";
import { at } from "../support/playing.ts";
import { Listener, listenTo } from "./listener.ts";
import { ALL, heard, lunge, march, test, tones, twice } from "./support.ts";

describe("a pause", () => {
  it("silences everything, is told by its tone, and the sheet goes on from there", () => {
    const listener = listenTo(lunge, 6);
    const paused = listener.take(at(106, "pause"));
    expect(paused.drop).toBe("all");
    expect(heard(paused.cues)).toEqual(["6.00 paused"]);
    const resumed = listener.take(at(160, "resume"));
    expect(heard(resumed.cues)).toEqual(["6.00 resumed", "7.00 get-ready", "8.00 get-ready"]);
  });

  it("that ends right before a tick leaves the tick to say that it goes on", () => {
    const listener = listenTo(lunge, 6.9);
    listener.take(at(106.9, "pause"));
    expect(heard(listener.take(at(160, "resume")).cues)).toEqual([
      "7.00 get-ready",
      "8.00 get-ready",
      "9.00 get-ready",
    ]);
  });

  it("is told once, and not at all while tones are off or muted", () => {
    const listener = listenTo(lunge, 6);
    listener.take(at(106, "pause"));
    expect(listener.take(at(107, "tick")).cues).toEqual([]);
    for (const change of [{ sound: "off" }, { muted: true }] as const) {
      const silent = new Listener(lunge);
      silent.settings = { ...ALL, ...change };
      listenTo(lunge, 6, silent);
      expect(tones(silent.take(at(106, "pause")).cues)).toEqual([]);
      expect(tones(silent.take(at(160, "resume")).cues)).toEqual([]);
    }
  });

  it("keeps silent about a skip until it goes on", () => {
    const listener = listenTo(lunge, 6);
    listener.take(at(106, "pause"));
    expect(listener.take(at(107, "skip")).cues).toEqual([]);
    expect(heard(listener.take(at(108, "resume")).cues)).toEqual(["6.00 go", "6.46 stroke: Ribs down."]);
  });
});

describe("a skip", () => {
  it("silences the step that is left and tells the one that begins, without the tone of a finished set", () => {
    const listener = listenTo(lunge, 20);
    const skipped = listener.take(at(120, "skip"));
    expect(skipped.drop).toBe("all");
    expect(heard(skipped.cues)).toEqual(["20.56 rest", "21.01 next: Next: lunge, set two of two, 30 seconds."]);
  });

  it("of the last step leads to the end, told with what was really done", () => {
    const listener = listenTo(march, 55);
    listener.take(at(155, "skip"));
    const ended = listener.take(at(156, "skip"));
    expect(heard(ended.cues)).toEqual([
      "56.56 done",
      "57.47 done: Session done. One of two sets in 56 seconds. Well done.",
    ]);
  });
});

describe("a step that is begun again", () => {
  it("is heard anew from its start", () => {
    const listener = listenTo(march, 14);
    const again = listener.take(at(114, "restart"));
    expect(again.drop).toBe("all");
    expect(heard(again.cues)).toEqual(["14.00 go", "14.44 concentric", "14.74 stroke: up"]);
  });
});

describe("a rest that is made longer", () => {
  /** Rest from 40 s to 80 s. */
  it("counts three-two-one at its new end, and says the set again before it", () => {
    const listener = listenTo(twice, 75);
    const extended = listener.take(at(175, "extend"));
    expect(extended.drop).toBe("queued");
    listenTo(twice, 92, listener);
    expect(heard(listener.played.filter(({ atMs }) => atMs > 73_000 && atMs < 92_000))).toEqual([
      "73.38 last-set: Last set.",
      "83.38 last-set: Last set.",
      "87.00 get-ready",
      "88.00 get-ready",
      "89.00 get-ready",
      "90.00 go",
      "90.46 stroke: Ribs down.",
    ]);
  });

  it("lets a line that is being said be said", () => {
    const listener = listenTo(lunge, 42);
    expect(listener.take(at(142, "extend")).drop).toBe("queued");
    listenTo(lunge, 50, listener);
    expect(heard(listener.played.filter(({ atMs }) => atMs > 40_000))).toEqual([
      "40.56 rest",
      "41.01 next: Next: lunge, set two of two, 30 seconds.",
      "43.66 reminder: Stay tall.",
    ]);
  });

  it("cuts a line short when the rest is made so short that the count-in would run into it", () => {
    const listener = listenTo(twice, 42);
    expect(listener.take(at(142, "extend", -60)).drop).toBe("all");
    listenTo(twice, 47, listener);
    expect(heard(listener.played.filter(({ atMs }) => atMs > 42_000))).toEqual([
      "43.00 get-ready",
      "44.00 get-ready",
      "45.00 get-ready",
      "46.00 go",
      "46.46 stroke: Ribs down.",
    ]);
  });

  it("leaves a tone after words as much silence as the sheet does", () => {
    for (const [silenceMs, drop] of [
      [110, "all"],
      [130, "queued"],
    ] as const) {
      const listener = listenTo(lunge, 42);
      const line = listener.played.find(({ name }) => name === "next");
      const countInMs = (line?.atMs ?? 0) + (line?.durationMs ?? 0) + silenceMs;
      // Made as short as it can be, the rest counts in a second later.
      expect(listener.take(at(100 + countInMs / 1000 - 1, "extend", -60)).drop, `${silenceMs} ms`).toBe(drop);
    }
  });
});

describe("a set that waits for the person", () => {
  it("is told by the tone of its end when they say that it is done", () => {
    const listener = listenTo(test, 100);
    const done = listener.take(at(200, "done"));
    expect(heard(done.cues)).toEqual([
      "100.00 set-end",
      "100.56 switch",
      "100.92 switch: Switch sides.",
      "101.95 side: Right knee on the floor.",
    ]);
  });
});

describe("a set that is ended by the person", () => {
  it("has its tone once: not when it is done again after it was completed", () => {
    const listener = listenTo(lunge, 20);
    expect(heard(listener.take(at(120, "done")).cues)[0]).toBe("20.00 set-end");
    listener.take(at(121, "back"));
    expect(listener.state.step).toBe(1);
    expect(heard(listener.take(at(123, "done")).cues)[0]).toBe("23.56 rest");
  });

  it("has no tone in a preparation or a rest: these are skipped", () => {
    expect(heard(listenTo(lunge, 5).take(at(105, "done")).cues)[0]).toBe("5.00 go");
  });
});
