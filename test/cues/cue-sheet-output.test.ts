/** The sheet to read and as JSON. */
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { cueSheetToJson, cueSheetToText } from "../../src/cues/cue-sheet-output.ts";
import { hold, OPEN } from "../support/content.ts";
import { ALL, evenly, planOf, spoken } from "./support.ts";

const plan = planOf([spoken({ pattern: hold(20) }), spoken({ id: "test", pattern: OPEN })]);
const cues = buildCueSheet(plan, { ...ALL, voice: "brief" }, evenly);

describe("a cue sheet", () => {
  it("reads step by step", () => {
    expect(cueSheetToText(plan, cues).split("\n")).toEqual([
      "1. Get ready: Lunge",
      "   0:00.40  speech  “Lunge, 20 seconds.”",
      "   0:07.00  tone    get-ready, 880 Hz",
      "   0:08.00  tone    get-ready, 880 Hz",
      "   0:09.00  tone    get-ready, 880 Hz",
      "",
      "2. Lunge, set 1 of 1",
      "   0:10.00  tone    go, 1319 Hz",
      "   0:20.00  tone    half-way, 659 Hz",
      "   0:20.31  speech  “Half-way.”",
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
    const json = cueSheetToJson(cues);
    expect(json[0]).toEqual({
      step: 0,
      at: 0.4,
      seconds: 1.08,
      kind: "speech",
      name: "announce",
      text: "Lunge, 20 seconds.",
    });
    expect(json[4]).toEqual({ step: 1, at: 10, seconds: 0.38, kind: "tone", name: "go", hz: 1319 });
    expect(json).toHaveLength(cues.length);
  });
});
