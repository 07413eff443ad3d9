/** What is heard when a session is over: its tone, and what was done. */
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import { cuesFrom, timelineOf } from "./cues-of-step.ts";
import type { Done } from "./language/language.ts";
import { layPassage } from "./passage.ts";
import { toneMs } from "./tones.ts";
import { type PlacedTone, TONE_GAP_MS } from "./tones-of-step.ts";
import type { Cue, CueSettings, LengthOf } from "./types.ts";

/** The cues of the end, with times from it; they follow the tone of the last set's end. */
export function cuesOfEnd(plan: Plan, done: Done, settings: CueSettings, lengthOf: LengthOf): Cue[] {
  if (settings.muted) return [];
  const carried = toneMs("set-end");
  const tone: PlacedTone = { atMs: carried + TONE_GAP_MS, durationMs: toneMs("done"), name: "done", phase: null };
  const timeline = timelineOf([tone], carried);
  const lines =
    settings.voice === "off"
      ? []
      : layPassage(
          {
            fromMs: 0,
            byMs: Number.POSITIVE_INFINITY,
            phase: "open",
            lines: [{ name: "done", forms: endForms(done, settings), rank: 1 }],
          },
          timeline,
          lengthOf,
        );
  return cuesFrom(plan.steps.length, settings.sound === "off" ? [] : [tone], lines, [tone], null);
}

function endForms(done: Done, { language, voice }: CueSettings): readonly string[] {
  const forms = language.done(done);
  return voice === "brief" && forms.length > 1 ? forms.slice(1) : forms;
}

/** What will have been done when everything from the current step on is done as planned. */
export function doneBy(plan: Plan, state: Pick<PlayerState, "step" | "records">, endMs: number): Done {
  const sets = plan.steps.filter((step) => step.kind === "set");
  const isDone = (index: number) => index >= state.step || state.records[index]?.how === "completed";
  return { sets: sets.filter(({ index }) => isDone(index)).length, setsPlanned: sets.length, ms: endMs };
}
