/** The table of moments: one meaning a tone, and a twin for the eye. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/catalog.ts";
import { flashMs, flashOf, isLit } from "../../src/cues/flash.ts";
import { cueSheet } from "../../src/cues/sheet.ts";
import { STROKE_TONES, TABLE } from "../../src/cues/table.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { TONES } from "../../src/sound/tones.ts";
import { ALL, evenly } from "./support.ts";

const dataDir = fileURLToPath(new URL("../../data", import.meta.url));
const catalog = await loadCatalog({ dataDir, userDir: fileURLToPath(new URL("./none", import.meta.url)) });

describe("the table", () => {
  const moments = Object.values(TABLE).flatMap(({ tone }) => (tone === "by-phase" ? [] : [tone]));

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
  const sheets = [...catalog.routines.values()].map((routine) => ({
    name: routine.id,
    cues: cueSheet(compilePlan(routine, catalog.exercises), ALL, evenly, { openMs: 20_000 }),
  }));

  it.each(sheets)("$name flashes the screen never more than three times in a second", ({ cues }) => {
    const starts: number[] = [];
    let wasLit = false;
    const screens = cues.flatMap((cue) => {
      const flash = flashOf(cue);
      return flash.what === "screen" ? [{ flash, fromMs: cue.atMs, toMs: cue.atMs + flashMs(flash) }] : [];
    });
    for (const { fromMs, toMs } of screens) {
      for (let ms = Math.floor(fromMs) - 10; ms <= toMs + 10; ms += 10) {
        const lit = screens.some(
          (other) => Math.abs(other.fromMs - ms) < 5000 && isLit(other.flash, ms - other.fromMs),
        );
        if (lit && !wasLit && ms > (starts.at(-1) ?? -1)) starts.push(ms);
        wasLit = lit;
      }
    }
    expect(starts.length).toBeGreaterThan(0);
    for (const [index, start] of starts.entries()) {
      const fourth = starts[index + 3];
      if (fourth !== undefined) expect(fourth - start).toBeGreaterThan(1000);
    }
  });

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
    expect(flashOf(line)).toEqual({ what: "caption", text: "Switch sides.", onMs: 900 });
    expect([isLit(flashOf(line), -1), isLit(flashOf(line), 899), isLit(flashOf(line), 900)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("go takes the whole screen once, the end of a set twice", () => {
    const lit = (name: "go" | "set-end") => {
      const flash = flashOf({ step: 0, atMs: 0, durationMs: 300, kind: "tone", name, hz: 500 });
      return [0, 199, 200, 399, 400, 599, 600, 800].map((ms) => (isLit(flash, ms) ? 1 : 0)).join("");
    };
    expect([lit("go"), lit("set-end")]).toEqual(["11000000", "11001100"]);
  });
});
