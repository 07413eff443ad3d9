/** Following a session: what is heard is the sheet of what is left of it, whenever sound starts and whatever is muted. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { at } from "../support/playing.ts";
import { Listener, listenTo } from "./listener.ts";
import { ALL, anyPlan, anyVoice, evenly, heard, lunge, march, tones } from "./support.ts";

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
    expect(changed.cues.length).toBeGreaterThan(0);
    expect(changed.cues.filter(({ atMs }) => atMs < 42_000)).toEqual([]);
  });
});

describe("quitting", () => {
  it("silences everything", () => {
    const quit = listenTo(lunge, 6).take(at(106, "quit"));
    expect([quit.drop, quit.cues]).toEqual(["all", []]);
  });
});
