/** Which of an exercise's cues are said before a set and in it: none twice, and in a hold one about breathing. */
import { findSet } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import { type PhraseVariants, toSentence } from "./language/language.ts";
import type { SpeechContext } from "./speech-context.ts";

interface SetCues {
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

/** A hold of at least this length has time for one reminder, and of at least the second for two. */
const MIN_REMINDER_HOLD_MS = 40_000;
const MIN_SECOND_REMINDER_HOLD_MS = 60_000;
/** A hold of at least this length has time for a phrase about breathing. */
const MIN_BREATH_HOLD_MS = 10_000;

/** The cues of a gap's or set's own set. Later sets go on in the exercise's list where the one before ended. */
export function chooseSetCues({ plan, step, language }: SpeechContext): SetCues {
  const strokes = plan.blocks[step.block]?.strokes ?? [];
  const [stroke] = strokes;
  // A set that waits for the person has all its cues read out in it.
  if (!stroke) return { before: null, opening: null, breath: [], reminders: [] };
  const set = findSet(plan.steps, step.index);
  const isSingle = strokes.length === 1 && set?.reps === 1;
  const own = isSingle ? stroke.cue : null;
  const isHold = isSingle && HELD_PHASES.has(stroke.phase);
  const isSaid = (cue: string) => own?.toLowerCase().includes(cue.toLowerCase()) ?? false;
  const pool = (plan.exercises[step.exercise]?.cues ?? []).filter(
    (cue) => !isSaid(cue) && !(isHold && language.mentionsBreath(cue)),
  );
  const breath = isHold && !(own && language.mentionsBreath(own)) ? language.breathe() : [];
  const times = isSingle ? reminderTimesOf(set.durationMs ?? 0) : [];
  const spareTimes = breath.length > 0 ? times.slice(1) : times;
  // One before the set, one as it begins where the stroke has no words of its own, and the reminders.
  const perSet = 1 + (isSingle && !own ? 1 : 0) + spareTimes.length;
  const count = Math.min(perSet, pool.length);
  const first = ((step.set.index - 1) * count) % pool.length;
  const chosen = [...pool.slice(first), ...pool].slice(0, count).map(toSentence);
  const [before = null, ...others] = chosen;
  const opening = own ? toSentence(own) : isSingle ? (others.shift() ?? null) : null;
  return { before, opening, breath, reminders: others };
}

/** When a hold of this length has a reminder, as fractions of it; a short one only about breathing. */
export function reminderTimesOf(durationMs: number, isBreathNeeded?: boolean): number[] {
  if (durationMs < MIN_REMINDER_HOLD_MS) return isBreathNeeded && durationMs >= MIN_BREATH_HOLD_MS ? [1 / 3] : [];
  return durationMs < MIN_SECOND_REMINDER_HOLD_MS ? [0.25] : [0.25, 0.75];
}
