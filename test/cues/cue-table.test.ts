/** The table of moments: one meaning a tone, and a twin for the eye. */
import { describe, expect, it } from "vitest";
import { STROKE_TONES, TONE_TABLE } from "../../src/cues/cue-table.ts";
import { TONES } from "../../src/cues/tones.ts";
import { flashOf } from "../../src/flash/flashes.ts";

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
});

describe("for the eye", () => {
  it("a spoken line stands there for as long as it is spoken", () => {
    const line = {
      step: 0,
      atMs: 0,
      durationMs: 900,
      kind: "speech",
      name: "switch",
      text: "Switch sides.",
      endByMs: 2000,
    } as const;
    expect(flashOf(line)).toEqual({ target: "caption", text: "Switch sides.", onMs: 900 });
  });

  it("go takes the whole screen once, the end of a set twice", () => {
    const flash = (name: "go" | "set-end") =>
      flashOf({ step: 0, atMs: 0, durationMs: 300, kind: "tone", name, hz: 500 });
    expect(flash("go")).toMatchObject({ target: "screen", times: 1 });
    expect(flash("set-end")).toMatchObject({ target: "screen", times: 2 });
  });
});
