/** The table of moments: one meaning a tone. */
import { describe, expect, it } from "vitest";
import { STROKE_TONES, TONE_TABLE } from "../../src/cues/cue-table.ts";
import { TONES } from "../../src/cues/tones.ts";

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
