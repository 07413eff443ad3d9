/** What is heard when a session is over: its tone, and what was done. */
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import { fitPhrases } from "./fit-phrases.ts";
import type { SessionTotals } from "./language/language.ts";
import { buildTimeline, mergeCues } from "./step-cues.ts";
import { type PlacedTone, TONE_GAP_MS } from "./step-tones.ts";
import { toneDurationMs } from "./tones.ts";
import type { Cue, CueSettings, MeasureSpeech } from "./types.ts";

/** The cues of the end, with times from it; they follow the tone of the last set's end. */
export function buildEndCues(plan: Plan, done: SessionTotals, settings: CueSettings, lengthOf: MeasureSpeech): Cue[] {
  if (settings.muted) return [];
  const carried = toneDurationMs("set-end");
  const tone: PlacedTone = {
    atMs: carried + TONE_GAP_MS,
    durationMs: toneDurationMs("done"),
    name: "done",
    phase: null,
  };
  const timeline = buildTimeline([tone], carried);
  const lines =
    settings.voice === "off"
      ? []
      : fitPhrases(
          {
            fromMs: 0,
            endByMs: Number.POSITIVE_INFINITY,
            category: "open",
            phrases: [{ name: "done", variants: selectEndVariants(done, settings), priority: 1 }],
          },
          timeline,
          lengthOf,
        );
  return mergeCues(plan.steps.length, settings.sound === "off" ? [] : [tone], lines, [tone], null);
}

function selectEndVariants(done: SessionTotals, { language, voice }: CueSettings): readonly string[] {
  const forms = language.sessionDone(done);
  return voice === "brief" && forms.length > 1 ? forms.slice(1) : forms;
}

/** What will have been done when everything from the current step on is done as planned. */
export function projectSessionTotals(
  plan: Plan,
  state: Pick<PlayerState, "step" | "records">,
  endMs: number,
): SessionTotals {
  const sets = plan.steps.filter((step) => step.kind === "set");
  const isDone = (index: number) => index >= state.step || state.records[index]?.how === "completed";
  return { sets: sets.filter(({ index }) => isDone(index)).length, setsPlanned: sets.length, ms: endMs };
}
