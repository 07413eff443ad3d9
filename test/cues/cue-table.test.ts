/** The table of moments: one meaning a tone, and what a person wants to hear of it. */
import { describe, expect, it } from "vitest";
import { STROKE_TONES, TONE_TABLE } from "../../src/cues/cue-table.ts";
import { TONES } from "../../src/cues/tones.ts";
import type { CueSettings } from "../../src/cues/types.ts";
import { hold, tempo } from "../support/content.ts";
import { planOf, sheetOf, spoken } from "./support.ts";

describe("the table", () => {
  const moments = Object.values(TONE_TABLE).flatMap(({ tone }) => (tone === "by-phase" ? [] : [tone]));

  it("gives every tone one meaning", () => {
    expect(new Set(moments).size).toBe(moments.length);
    for (const tone of Object.values(STROKE_TONES)) expect(moments).not.toContain(tone);
  });

  it("uses every tone there is, but for the answers to a key", () => {
    const used = new Set<string>([...moments, ...Object.values(STROKE_TONES), "paused", "resumed"]);
    expect([...used].sort()).toEqual(Object.keys(TONES).sort());
  });

  it("lets strokes rise, stay and fall", () => {
    const endings = (["concentric", "pause-top", "hold", "eccentric"] as const).map(
      (phase) => TONES[STROKE_TONES[phase]].ending,
    );
    expect(endings).toEqual(["rising", "level", "level", "falling"]);
  });

  it("lets breath rise as it comes in and fall as it goes out", () => {
    expect(TONES[STROKE_TONES.inhale].ending).toBe("rising");
    expect(TONES[STROKE_TONES.exhale].ending).toBe("falling");
  });
});

describe("what a person wants to hear", () => {
  const plan = planOf([
    spoken({ id: "march", pattern: tempo(3, 1, 3), reps: 2 }, { kind: "strength" }),
    spoken({ pattern: hold(30), sets: 2, rest: 10 }, { kind: "stretch" }),
  ]);
  const namesOf = (change: Partial<CueSettings>) => new Set(sheetOf(plan, change).map(({ name }) => name));

  it("ticks leave what counts time and what it counts to", () => {
    expect([...namesOf({ sound: "ticks", voice: "off" })].sort()).toEqual([
      "done",
      "get-ready",
      "go",
      "last-seconds",
      "set-end",
    ]);
  });

  it("no sound leaves the words, each at its time", () => {
    const spokenCues = sheetOf(plan).filter(({ kind }) => kind === "speech");
    expect(sheetOf(plan, { sound: "off" })).toEqual(spokenCues);
  });

  it("muted is silent", () => {
    expect(sheetOf(plan, { muted: true })).toEqual([]);
  });

  it("stretching wants ticks only: its sets are not talked into, all else is as it was", () => {
    const cues = sheetOf(plan, { byCategory: { stretch: "ticks" } });
    const stretches = plan.steps.filter(({ kind, exercise }) => kind === "set" && exercise === "lunge");
    for (const { index } of stretches) {
      expect(new Set(cues.filter(({ step }) => step === index).map(({ name }) => name))).toEqual(
        new Set(["go", "last-seconds", "set-end"]),
      );
    }
    const isElse = ({ step }: { step: number }) => !stretches.some(({ index }) => index === step);
    expect(cues.filter(isElse)).toEqual(sheetOf(plan).filter(isElse));
  });

  it("a phase goes before its kind of exercise", () => {
    const cues = sheetOf(plan, { byCategory: { stretch: "off", hold: "on" } });
    expect(cues).toEqual(sheetOf(plan));
  });

  it("ticks are enough but for strength: its sets are heard whole, all else as ticks", () => {
    const cues = sheetOf(plan, { sound: "ticks", byCategory: { strength: "on" } });
    const isMarch = ({ step }: { step: number }) =>
      plan.steps[step]?.kind === "set" && plan.steps[step]?.exercise === "march";
    expect(cues.filter(isMarch)).toEqual(sheetOf(plan).filter(isMarch));
    const isElse = (cue: { step: number }) => !isMarch(cue);
    expect(cues.filter(isElse)).toEqual(sheetOf(plan, { sound: "ticks" }).filter(isElse));
  });

  it("no sound is no sound, whatever was wished for strength", () => {
    expect(sheetOf(plan, { sound: "off", byCategory: { strength: "on" } })).toEqual(sheetOf(plan, { sound: "off" }));
  });

  it("rests can be silent", () => {
    const rest = plan.steps.findIndex(({ kind }) => kind === "rest");
    expect(sheetOf(plan, { byCategory: { rest: "off" } }).filter(({ step }) => step === rest)).toEqual([]);
  });
});
