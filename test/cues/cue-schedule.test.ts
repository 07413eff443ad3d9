/** Following a session: what is heard is the sheet of what is left of it, whatever the person does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { each, hold, OPEN, tempo } from "../support/content.ts";
import { at } from "../support/playing.ts";
import { Listener, listenTo } from "./listener.ts";
import { ALL, anyPlan, anyVoice, evenly, heard, planOf, spoken, tones } from "./support.ts";

const lunge = planOf([spoken({ pattern: hold(30), sides: each("one-side-first"), sets: 2, rest: 40 })]);
const twice = planOf([spoken({ pattern: hold(30), sets: 2, rest: 40 })]);
const march = planOf([spoken({ pattern: tempo(3, 1, 3), reps: 6 }), spoken({ id: "plank", pattern: hold(20) })]);
const test = planOf([spoken({ pattern: OPEN, sides: each("set-by-set") })]);

describe("an undisturbed session", () => {
  it("is heard exactly as its sheet says", () => {
    const listener = listenTo(march, 120);
    listener.finish();
    expect(listener.state.status).toBe("finished");
    expect(heard(listener.played)).toEqual(heard(buildCueSheet(march, ALL, evenly)));
  });

  it("is heard as its sheet says however any routine is cut into ticks", () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyVoice,
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1 }),
        (plan, voice, gaps) => {
          fc.pre(plan.openSteps === 0 && plan.totalMs < 600_000);
          const listener = new Listener(plan, voice);
          listener.take(at(5, "start"));
          for (let ms = 5000, turn = 0; listener.state.status === "running"; turn++) {
            ms += gaps[turn % gaps.length] as number;
            expect(listener.take({ type: "tick", clockMs: ms }).drop).toBe("nothing");
          }
          listener.finish();
          expect(heard(listener.played)).toEqual(heard(buildCueSheet(plan, ALL, voice)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps a line in its place when its length becomes known while its step is on", () => {
    const plan = march;
    let pace = 60;
    const listener = new Listener(plan, (text) => text.length * pace);
    listenTo(plan, 2, listener);
    pace = 40;
    listenTo(plan, 9, listener);
    const first = listener.played.filter(({ step }) => step === 0);
    expect(heard(first)).toEqual(
      heard(buildCueSheet(plan, ALL, evenly).filter(({ step, atMs }) => step === 0 && atMs < 9000)),
    );
  });
});

describe("sound that starts after the session", () => {
  /** What is heard of the get-ready of ten seconds when sound starts this late; the three-two-one begins at 7 seconds. */
  const heardFrom = (seconds: number, voice = evenly) => {
    const silent = new Listener(lunge, voice);
    silent.take(at(100, "start"));
    const listener = new Listener(lunge, voice);
    listener.state = silent.state;
    listener.take(at(100 + seconds, "tick"));
    return heard(listenTo(lunge, 8, listener).played.filter(({ step }) => step === 0));
  };
  const inTime = heard(buildCueSheet(lunge, ALL, evenly).filter(({ step, atMs }) => step === 0 && atMs < 8000));
  const [announced = ""] = inTime;

  it("still announces the first exercise, at once", () => {
    expect(announced).toContain("announce");
    const late = announced.replace(/^[\d.]+/, "1.50");
    expect(heardFrom(1.5)).toEqual(expect.arrayContaining([late, "7.00 get-ready"]));
    expect(heardFrom(1.5)).not.toContain(announced);
  });

  it("announces nothing that would run into the three-two-one, or that is long past", () => {
    expect(heardFrom(1.5, () => 5800)).toEqual(["7.00 get-ready"]);
    expect(heardFrom(6).join()).not.toContain("announce");
  });
});

describe("a session that was not looked at for a while", () => {
  /** Get ready three-two-one at 7, 8 and 9 seconds. */
  const heardWhenLookedAtAgain = (seconds: number) => {
    const listener = new Listener(lunge);
    listener.take(at(100, "start"));
    return heard(listener.take(at(100 + seconds, "tick")).cues).filter((cue) => cue.startsWith("7.00"));
  };

  it("still hears a tone that is 200 ms late, and none that is later", () => {
    expect(heardWhenLookedAtAgain(7.2)).toEqual(["7.00 get-ready"]);
    expect(heardWhenLookedAtAgain(7.201)).toEqual([]);
  });

  it("hears nothing twice that was sent before", () => {
    const listener = new Listener(lunge);
    listener.take(at(100, "start"));
    const first = listener.take(at(104.6, "tick"));
    expect(heard(first.cues)).toContain("7.00 get-ready");
    expect(heard(listener.take(at(104.7, "tick")).cues)).toEqual([]);
  });
});

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

describe("keys for the ear", () => {
  it("mute silences at once, and unmuting brings the sheet of the rest", () => {
    const listener = listenTo(lunge, 6);
    const muted = listener.change({ ...ALL, muted: true });
    expect([muted.drop, muted.cues]).toEqual(["all", []]);
    listenTo(lunge, 7.5, listener);
    expect(heard(listener.change(ALL).cues)).toEqual(["8.00 get-ready", "9.00 get-ready"]);
  });
});

describe("what is changed while nothing plays", () => {
  it("silences nothing before the start, and is heard from the start on", () => {
    const listener = new Listener(lunge);
    expect(listener.take(at(99, "tick"))).toMatchObject({ drop: "nothing", cues: [] });
    expect(listener.change({ ...ALL, voice: "off" })).toMatchObject({ drop: "nothing", cues: [] });
    const started = listener.take(at(100, "start"));
    expect([started.drop, heard(started.cues)]).toEqual(["nothing", []]);
    expect(heard(listener.take(at(105, "tick")).cues)).toEqual(["7.00 get-ready"]);
  });

  it("in a pause stays silent until the session resumes", () => {
    const listener = listenTo(lunge, 6);
    listener.take(at(106, "pause"));
    expect(listener.change({ ...ALL, voice: "brief" })).toMatchObject({ drop: "all", cues: [] });
    expect(listener.take(at(107, "extend"))).toMatchObject({ drop: "all", cues: [] });
    expect(tones(listener.take(at(108, "resume")).cues)).toEqual(["6.00 resumed"]);
    listenTo(lunge, 21, listener);
    expect(tones(listener.played.filter(({ atMs }) => atMs > 7000)).slice(0, 2)).toEqual([
      "17.00 get-ready",
      "18.00 get-ready",
    ]);
  });

  it("does not bring back what has been heard: a key for the ear during a rest starts from now", () => {
    const listener = listenTo(lunge, 42);
    const changed = listener.change({ ...ALL, sound: "ticks" });
    expect(changed.drop).toBe("all");
    expect(changed.cues.every(({ atMs }) => atMs >= 42_000)).toBe(true);
  });
});

describe("quitting", () => {
  it("silences everything", () => {
    const quit = listenTo(lunge, 6).take(at(106, "quit"));
    expect([quit.drop, quit.cues]).toEqual(["all", []]);
  });
});
