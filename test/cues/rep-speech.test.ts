/** What is said in repetitions, and by when it has to be said. */
import { describe, expect, it } from "vitest";
import type { Phrase } from "../../src/cues/fit-phrases.ts";
import { buildRepSlots } from "../../src/cues/rep-speech.ts";
import type { SpeechContext } from "../../src/cues/speech-context.ts";
import { tempo } from "../support/content.ts";
import { contextOf, planOf, spoken } from "./support.ts";

const announced: Phrase = { name: "announce", variants: ["March."], priority: 1 };

/** "0-3 concentric: announce stroke" for every slot that has something to say. */
function saidIn(context: SpeechContext, announcements: readonly Phrase[] = []): string[] {
  return buildRepSlots(context, announcements)
    .filter(({ phrases }) => phrases.length > 0)
    .map(({ fromMs, endByMs, category, phrases }) => {
      const names = phrases.map(({ name }) => name).join(" ");
      return `${fromMs / 1000}-${endByMs / 1000} ${category}: ${names}`;
    });
}

describe("repetitions", () => {
  const context = contextOf(planOf([spoken({ id: "march", pattern: tempo(3, 1, 3), reps: 4 })]), 1);

  it("are called stroke by stroke while it lasts, counted until the next one begins, and announced in the first", () => {
    expect(saidIn(context, [announced])).toEqual([
      "0-3 concentric: announce stroke",
      "3-4 pause-top: stroke",
      "4-7 eccentric: stroke",
      "7-10 concentric: stroke",
      "7-14 concentric: count",
      "10-11 pause-top: stroke",
      "11-14 eccentric: stroke",
      "14-21 concentric: count",
      "21-28 concentric: count",
    ]);
  });

  it("are announced by a brief voice as long as the first one lasts", () => {
    expect(saidIn({ ...context, isFullVoice: false }, [announced])).toEqual([
      "0-7 concentric: announce",
      "7-14 concentric: count",
      "14-21 concentric: count",
      "21-28 concentric: count",
    ]);
  });
});
