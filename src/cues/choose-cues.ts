/** Which of an exercise's cues are said before a set and in it: none twice, and in a hold one about breathing. */
import type { Phase } from "../terms.ts";
import { type PhraseVariants, toSentence } from "./language/language.ts";
import type { SpeechContext } from "./speech-context.ts";

export interface SetCues {
  /** In the gap before the set; null if the exercise has none to spare. */
  readonly before: string | null;
  /** As the set begins; null where its strokes are called instead. */
  readonly opening: string | null;
  /** In a hold whose opening says nothing about breathing; else empty. */
  readonly breath: PhraseVariants;
  /** Later in the set. */
  readonly reminders: readonly string[];
}

/** What is held while the person breathes. */
const HELD_PHASES: ReadonlySet<Phase> = new Set(["hold", "stretch"]);

/** Cues per set: one before it, one in place of a missing opening, two reminders. */
const CUES_PER_SET = 4;

/** The cues of a gap's or set's own set. Later sets go on in the exercise's list where the one before ended. */
export function chooseSetCues({ plan, step, language }: SpeechContext): SetCues {
  const strokes = plan.blocks[step.block]?.strokes ?? [];
  const [stroke] = strokes;
  const isSingle = strokes.length === 1;
  const own = isSingle ? (stroke?.cue ?? null) : null;
  const isHold = isSingle && stroke !== undefined && HELD_PHASES.has(stroke.phase);
  const isSaid = (cue: string) => own?.toLowerCase().includes(cue.toLowerCase()) ?? false;
  const pool = (plan.exercises[step.exercise]?.cues ?? []).filter(
    (cue) => !isSaid(cue) && !(isHold && language.mentionsBreath(cue)),
  );
  const first = (step.set.index - 1) * CUES_PER_SET;
  const count = Math.min(CUES_PER_SET, pool.length);
  const chosen = Array.from({ length: count }, (_, index) => toSentence(pool[(first + index) % pool.length] ?? ""));
  const [before = null, spare = null, ...rest] = chosen;
  // A set that waits for the person has all its cues read out in it.
  if (!stroke) return { before: null, opening: null, breath: [], reminders: [] };
  const opening = own ? toSentence(own) : spare;
  return {
    before,
    opening,
    breath: isHold && !(own && language.mentionsBreath(own)) ? language.breathe() : [],
    reminders: own && spare ? [spare, ...rest] : rest,
  };
}
