/** What is said during a set: its strokes, the count, halfway, ten seconds left, breathing, and reminders in a long hold. */
import type { Step } from "../plan/step-types.ts";
import { findSetBefore } from "../plan/types.ts";
import { chooseSetCues, reminderTimesOf } from "./choose-cues.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { toSentence } from "./language/language.ts";
import { buildRepSlots } from "./rep-speech.ts";
import {
  announcementOf,
  createPhrase,
  nameLoad,
  nameRound,
  opensLastSets,
  type SpeechContext,
} from "./speech-context.ts";
import { wasNamedBefore } from "./step-span.ts";

/** Closer together, "halfway" and "ten seconds" would only confuse: the first is left out. */
const MIN_MARK_DISTANCE_MS = 10_000;
/** A phrase tied to a moment is dropped if it cannot end within this time after it. */
const MAX_PHRASE_DELAY_MS = 2500;
/** How long before the count-down, or the end, the set that follows at once is named. */
const NAME_NEXT_LEAD_MS = 5000;
/** When a self-paced set says what follows it. */
const FOLLOWING_MS = 2500;
/** Silence between the phrases of a self-paced set, so that the person can follow each one. */
const OPEN_SET_PHRASE_GAP_MS = 6000;

/** The speech slots of a set, most important first. */
export function buildSetSpeech(context: SpeechContext): SpeechSlot[] {
  const { step, span } = context;
  const { durationMs } = span;
  const marks = buildMarkSlots(context);
  if (durationMs === null || step.durationMs === null) return [...marks, ...buildOpenSetSlots(context, durationMs)];
  const slots =
    step.stretchable || step.paced
      ? buildHoldSlots(context, durationMs)
      : buildRepSlots(context, announceWithoutGap(context));
  return [...marks, ...nameNextInTime(context, durationMs), ...slots];
}

/** Halfway and ten seconds left, of a hold or of a clock. */
function buildMarkSlots({ step, span, language }: SpeechContext): SpeechSlot[] {
  return span.marks.flatMap(({ name, clock, atMs }): SpeechSlot[] => {
    if ((name !== "half-way" && name !== "ten-seconds") || atMs < 0) return [];
    const isCrowded = span.marks.some(
      (mark) => mark.name === "ten-seconds" && mark.clock === clock && mark.atMs - atMs < MIN_MARK_DISTANCE_MS,
    );
    if (name === "half-way" && isCrowded) return [];
    const isCap = clock === "cap" && name === "half-way";
    const leftMs = step.deadlines?.find(({ kind }) => kind === "cap")?.afterMs ?? 0;
    const variants = isCap
      ? language.capHalfWay(leftMs / 2)
      : name === "half-way"
        ? language.halfWay()
        : language.tenSeconds();
    return [
      {
        fromMs: atMs,
        endByMs: atMs + (isCap ? 2 : 1) * MAX_PHRASE_DELAY_MS,
        category: step.beats[0]?.phase ?? (step.paced ? "open" : "hold"),
        phrases: [{ name, variants, priority: 1 }],
      },
    ];
  });
}

/** "Next: plank, 30 seconds." at the end of a set that another one follows at once. */
function nameNextInTime(context: SpeechContext, durationMs: number): SpeechSlot[] {
  // A clock that runs on is counted down in a later step.
  const countDowns = context.span.marks.filter(({ name }) => name === "three");
  const endByMs = Math.min(durationMs, ...countDowns.map(({ atMs }) => atMs));
  const fromMs = Math.max(durationMs / 3, endByMs - NAME_NEXT_LEAD_MS);
  return [{ fromMs, endByMs, category: "rest", phrases: nameNext(context) }];
}

function nameNext(context: SpeechContext): Phrase[] {
  const { plan, step, span, language } = context;
  const next = span.nextSet;
  if (!next || (next.exercise === step.exercise && next.side === step.side)) return [];
  const { name, dose } = announcementOf({ plan, step: next });
  const { index, of } = next.set;
  return [createPhrase(context, "next", language.nextSet({ name, dose, set: index, of, side: next.side }), 2)];
}

function buildOpenSetSlots(context: SpeechContext, durationMs: number | null): SpeechSlot[] {
  const { plan, step, language, isFullVoice } = context;
  const cues = isFullVoice ? (plan.exercises[step.exercise]?.cues ?? []) : [];
  const slot = (phrases: readonly Phrase[]) =>
    ({ fromMs: 0, endByMs: durationMs ?? Infinity, category: "open", phrases }) as const;
  const turn = step.paced
    ? countOut(context)
    : createPhrase(context, "your-turn", language.yourTurn(tellsKey(context, durationMs)), 3);
  const reminders = cues.map((cue): Phrase => ({ name: "reminder", variants: [toSentence(cue)] }));
  const opening = [...announceWithoutGap(context), turn];
  // What has to be known at once comes at once; the rest when there has been time to begin.
  return step.paced
    ? [
        slot(opening),
        { ...slot([...nameFollowing(context), ...reminders]), fromMs: FOLLOWING_MS, gapMs: OPEN_SET_PHRASE_GAP_MS },
      ]
    : [{ ...slot([...opening, ...nameFollowing(context), ...reminders]), gapMs: OPEN_SET_PHRASE_GAP_MS }];
}

/** What follows a set that the person ends, if it follows at once. */
function nameFollowing(context: SpeechContext): Phrase[] {
  const { plan, step, span } = context;
  const next = plan.steps[step.index + 1];
  return nameNext({ ...context, span: { ...span, nextSet: next?.kind === "set" ? next : undefined } });
}

/** "Fifteen push-ups. Press Enter when done." */
function countOut(context: SpeechContext): Phrase {
  const { plan, step, language } = context;
  const name = plan.exercises[step.exercise]?.name ?? "";
  const isKeyTold = tellsKey(context, step.durationMs);
  // A brief voice leaves out what to press, never the name.
  const isFullVoice = context.isFullVoice || !isKeyTold;
  return createPhrase({ ...context, isFullVoice }, "your-turn", language.repsTurn(name, step.reps, isKeyTold), 1);
}

/** Whether to say that Enter ends a set: until it has ended one. */
function tellsKey({ plan, step }: SpeechContext, durationMs: number | null): boolean {
  return durationMs === null && !plan.steps.slice(0, step.index).some(isEndedByPerson);
}

const isEndedByPerson = ({ kind, durationMs }: Step): boolean => kind === "set" && durationMs === null;

function buildHoldSlots(context: SpeechContext, durationMs: number): SpeechSlot[] {
  const { step, isFullVoice } = context;
  const slot = (fromMs: number, lengthMs: number, phrases: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: fromMs + lengthMs,
    category: step.beats[0]?.phase ?? (step.paced ? "open" : "hold"),
    phrases,
  });
  const slots: SpeechSlot[] = [];
  const { opening, breath, reminders } = chooseSetCues(context);
  const howTo: Phrase[] = isFullVoice && opening ? [{ name: "stroke", variants: [opening] }] : [];
  slots.push(slot(0, durationMs / 2, [...announceWithoutGap(context), ...(step.paced ? [countOut(context)] : howTo)]));
  if (!isFullVoice) return slots;
  const said = [...(breath.length > 0 ? [breath] : []), ...reminders.map((cue) => [cue])];
  for (const [index, fraction] of reminderTimesOf(durationMs, breath.length > 0).entries()) {
    const variants = said[index] ?? [];
    slots.push(slot(durationMs * fraction, 2 * MAX_PHRASE_DELAY_MS, [{ name: "reminder", variants }]));
  }
  return slots;
}

/** What a gap would have announced. If there is no gap before the set, the set announces it itself, as briefly as possible. */
function announceWithoutGap(context: SpeechContext): Phrase[] {
  const { plan, step, span, language } = context;
  const before = span.before?.step;
  if (wasNamedBefore(span, findSetBefore(plan.steps, step.index)?.exercise !== step.exercise)) return [];
  const phrases: Phrase[] = [...nameRound(context)];
  // A self-paced set says its name with its repetitions.
  if ((before?.block !== step.block || before.kind !== "set") && !step.paced) {
    phrases.push({ name: "announce", variants: language.announce(announcementOf(context)).slice(-2), priority: 1 });
  }
  if (step.side && before?.side !== step.side) {
    phrases.push({ name: "side", variants: language.side(step.side, null), priority: 2 });
  }
  if (opensLastSets(context)) phrases.push({ name: "last-set", variants: language.lastSet(), priority: 3 });
  return [...phrases, ...nameLoad(context)];
}
