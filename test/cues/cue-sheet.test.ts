/** The cue sheet: what is heard in a session, from the first second to the last. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { buildCueSheet, cueSheetToJson, cueSheetToText, spokenTextsOf } from "../../src/cues/cue-sheet.ts";
import { estimateSpeechMs } from "../../src/cues/estimate-speech.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { hold, OPEN, tempo } from "../support/content.ts";
import {
  ALL,
  anyPlan,
  anyVoice,
  clashes,
  evenly,
  heard,
  outOfStep,
  planOf,
  sheetOf,
  spoken,
  tones,
  words,
} from "./support.ts";

const dataDir = fileURLToPath(new URL("../../data", import.meta.url));
const catalog = await loadCatalog({ dataDir, userDir: fileURLToPath(new URL("./none", import.meta.url)) });

/** As a session is planned while no voice has said a word. */
const estimated = (text: string) => estimateSpeechMs(text);

describe("the shipped routines", () => {
  it("desk-break can be done with closed eyes", async () => {
    const routine = catalog.routines.get("desk-break");
    if (!routine) throw new Error("desk-break does not ship");
    const plan = compilePlan(routine, catalog.exercises);
    await expect(`${cueSheetToText(plan, buildCueSheet(plan, ALL, estimated))}\n`).toMatchFileSnapshot(
      "__snapshots__/desk-break.txt",
    );
  });

  const shipped = [...catalog.routines.values()].flatMap((routine) =>
    (["easy", "standard", "hard"] as const).map((level) => ({ routine, level, name: routine.id })),
  );
  it.each(shipped)(
    "of $name at level $level no line runs into another, a tone or the next step",
    ({ routine, level }) => {
      const plan = compilePlan(routine, exercisesOf(routine, catalog.exercises), { ...PLAN_DEFAULTS, level });
      for (const voice of ["full", "brief"] as const) {
        const cues = buildCueSheet(plan, { ...ALL, voice }, estimated, { openStepMs: 45_000 });
        expect(clashes(cues)).toEqual([]);
        expect(outOfStep(plan, cues, 45_000)).toEqual([]);
      }
    },
  );

  it.each(shipped)(
    "of $name at level $level every exercise is told by its name before it begins",
    ({ routine, level }) => {
      const plan = compilePlan(routine, exercisesOf(routine, catalog.exercises), { ...PLAN_DEFAULTS, level });
      const cues = buildCueSheet(plan, ALL, estimated);
      for (const step of plan.steps.filter(({ kind }) => kind === "prepare")) {
        const said = words(cues.filter((cue) => cue.step === step.index));
        expect(said.join(" ")).toContain(plan.exercises[step.exercise]?.name);
      }
    },
  );
});

describe("any routine", () => {
  it("never lets a line run into another line, a tone or the next step, whatever the voice", () => {
    fc.assert(
      fc.property(anyPlan, anyVoice, fc.constantFrom("full", "brief"), (plan, measureSpeech, voice) => {
        const cues = buildCueSheet(plan, { ...ALL, voice }, measureSpeech, { openStepMs: 20_000 });
        expect(clashes(cues)).toEqual([]);
        expect(outOfStep(plan, cues, 20_000)).toEqual([]);
        for (const cue of cues)
          if (cue.kind === "speech") expect(cue.atMs + cue.durationMs).toBeLessThanOrEqual(cue.endByMs);
      }),
      { numRuns: 300 },
    );
  });

  it("says nothing in a set that waits but what its own lines leave room for", () => {
    fc.assert(
      fc.property(anyPlan, anyVoice, (plan, measureSpeech) => {
        const cues = buildCueSheet(plan, ALL, measureSpeech);
        for (const step of plan.steps.filter(({ durationMs }) => durationMs === null)) {
          expect(clashes(cues.filter((cue) => cue.step === step.index))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("keeps every tone in its place however much is said", () => {
    fc.assert(
      fc.property(anyPlan, anyVoice, (plan, measureSpeech) => {
        const silent = buildCueSheet(plan, { ...ALL, voice: "off" }, measureSpeech);
        const full = buildCueSheet(plan, ALL, measureSpeech);
        expect(tones(full)).toEqual(heard(silent));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the texts of a sheet", () => {
  it("are named once each, the first to be said first", () => {
    const cues = sheetOf(planOf([spoken({ pattern: tempo(3, 1, 3), reps: 3 })]));
    const texts = spokenTextsOf(cues);
    expect(texts[0]).toBe("Lunge. Three repetitions.");
    expect(texts.filter((text) => text === "up")).toHaveLength(1);
    expect(new Set(words(cues))).toEqual(new Set(texts));
  });
});

describe("a cue sheet to read", () => {
  const plan = planOf([spoken({ pattern: hold(20) }), spoken({ id: "test", pattern: OPEN })]);
  const cues = () => buildCueSheet(plan, { ...ALL, voice: "brief" }, evenly);

  it("reads step by step", () => {
    expect(cueSheetToText(plan, cues()).split("\n")).toEqual([
      "1. Get ready: Lunge",
      "   0:00.40  speech  “Lunge, 20 seconds.”",
      "   0:07.00  tone    get-ready, 880 Hz",
      "   0:08.00  tone    get-ready, 880 Hz",
      "   0:09.00  tone    get-ready, 880 Hz",
      "",
      "2. Lunge, set 1 of 1",
      "   0:10.00  tone    go, 1319 Hz",
      "   0:20.00  tone    half-way, 659 Hz",
      "   0:20.31  speech  “Halfway.”",
      "   0:27.00  tone    last-seconds, 988 Hz",
      "   0:28.00  tone    last-seconds, 988 Hz",
      "   0:29.00  tone    last-seconds, 988 Hz",
      "   0:30.00  tone    set-end, 523 Hz",
      "",
      "3. Get ready: Test",
      "   0:30.57  speech  “Test.”",
      "   0:37.00  tone    get-ready, 880 Hz",
      "   0:38.00  tone    get-ready, 880 Hz",
      "   0:39.00  tone    get-ready, 880 Hz",
      "",
      "4. Test, set 1 of 1, waits for you",
      "   0:40.00  tone    go, 1319 Hz",
      "   0:40.46  speech  “Your turn.”",
      "",
      "The end",
      "   0:40.55  tone    done, 1047 Hz",
      "   0:41.46  speech  “Session done. Two sets.”",
    ]);
  });

  it("is JSON in seconds: a tone with its pitch, a line with its text", () => {
    const json = cueSheetToJson(cues());
    expect(json[0]).toEqual({
      step: 0,
      at: 0.4,
      seconds: 1.08,
      kind: "speech",
      name: "announce",
      text: "Lunge, 20 seconds.",
    });
    expect(json[4]).toEqual({ step: 1, at: 10, seconds: 0.38, kind: "tone", name: "go", hz: 1319 });
    expect(json).toHaveLength(cues().length);
  });
});
