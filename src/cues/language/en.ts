/** Every phrase in English. */
import type { Phase } from "../../terms.ts";
import { capitaliseFirst } from "../../text/sentence.ts";
import {
  type Announcement,
  type Language,
  normaliseVariants,
  type SetDose,
  shortenToClause,
  toSentence,
} from "./language.ts";

const NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

const STROKE_WORDS: Readonly<Record<Phase, string>> = {
  concentric: "up",
  eccentric: "down",
  "pause-top": "hold",
  "pause-bottom": "pause",
  hold: "hold",
  work: "work",
  roll: "roll",
  contract: "squeeze",
  relax: "let go",
  stretch: "stretch",
  inhale: "breathe in",
  exhale: "breathe out",
};

export const ENGLISH: Language = {
  announce: (announcement) => {
    const { name, sets, dose } = announcement;
    const firstSide = spellFirstSide(announcement);
    if (dose.type === "open") {
      const atOwnPace = `${name}. At your own pace.`;
      return normaliseVariants([`${atOwnPace}${firstSide}`, atOwnPace, `${name}.`]);
    }
    // "Two sets, 55 seconds", but "two sets of ten repetitions"; a single set need not be counted.
    const amount =
      sets === null || sets === 1
        ? capitaliseFirst(spellSetDose(dose))
        : `${spellSetCount(sets, sets)}${dose.type === "time" ? "," : " of"} ${spellSetDose(dose)}`;
    const amountBySide = `${name}. ${amount}${spellSides(announcement)}.`;
    return normaliseVariants([
      `${amountBySide}${firstSide}`,
      amountBySide,
      `${name}. ${amount}.`,
      `${name}, ${spellSetDose(dose)}.`,
      `${name}.`,
    ]);
  },
  side: (side, meaning) => (meaning ? shortenToClause(meaning) : [`${capitaliseFirst(side)} side.`]),
  alternate: (side, meaning, stroke) =>
    normaliseVariants([meaning ? toSentence(meaning) : "", ...stroke.map((word) => `${side}, ${word}`), ...stroke]),
  switchSides: (to) => normaliseVariants([to ? `Switch sides. ${capitaliseFirst(to)} side.` : "", "Switch sides."]),
  rest: (ms) => [`Rest ${spellDuration(ms)}.`],
  nextSet: ({ name, dose, set, of, side }) => {
    const next = `Next: ${lowercaseFirst(name)}${side ? `, ${side} side` : ""}`;
    if (of === 1) return normaliseVariants([`${next}, ${spellSetDose(dose)}.`, `${next}.`, `${name}.`]);
    return normaliseVariants([
      `${next}, ${spellSetNumber(set, of)}, ${spellSetDose(dose)}.`,
      `${next}, ${spellSetDose(dose)}.`,
      `Next: set ${spellNumber(set)}, ${spellSetDose(dose)}.`,
      `Next: set ${spellNumber(set)}.`,
    ]);
  },
  setNumber: (set, of) =>
    normaliseVariants([`${capitaliseFirst(spellSetNumber(set, of))}.`, `Set ${spellNumber(set)}.`]),
  lastSet: () => ["Last set."],
  breathe: () => ["Long breath out."],
  mentionsBreath: (cue) => /breath/i.test(cue),
  halfWay: () => ["Halfway."],
  tenSeconds: () => ["Ten seconds."],
  stroke: (phase, fast) => normaliseVariants([fast ? `${STROKE_WORDS[phase]}, fast` : "", STROKE_WORDS[phase]]),
  repNumber: (rep) => [`${capitaliseFirst(spellNumber(rep))}.`],
  repsToGo: (left) => (left === 1 ? ["Last one."] : [`${capitaliseFirst(spellNumber(left))} to go.`]),
  yourTurn: (tellsKey) => [
    `Your turn. ${tellsKey ? "Press Enter when done." : "Take the time you need."}`,
    "Your turn.",
  ],
  repsTurn: (name, reps, tellsKey) => {
    const count = `${capitaliseFirst(spellNumber(reps))} ${pluraliseName(lowercaseFirst(name), reps)}.`;
    return normaliseVariants([
      tellsKey ? `${count} Press Enter when done.` : "",
      count,
      `${capitaliseFirst(spellNumber(reps))}.`,
    ]);
  },
  round: (index, of, isMinute) => {
    const round = `${isMinute ? "Minute" : "Round"} ${spellNumber(index)}`;
    return normaliseVariants([of === null ? "" : `${round} of ${spellNumber(of)}.`, `${round}.`]);
  },
  capHalfWay: (leftMs) => [`Halfway. ${capitaliseFirst(spellMinutes(leftMs))} left.`, "Halfway."],
  timeUp: () => ["Time is up.", "Time."],
  score: ({ kind, end, rounds, reps, ms }) => {
    const whole = pluralise(rounds, "round", spellNumber);
    const more = reps === 0 ? "" : ` and ${pluralise(reps, "repetition", spellNumber)}`;
    const count = capitaliseFirst(`${whole}${more}.`);
    if (kind === "rounds" || end !== "done") return normaliseVariants([count, capitaliseFirst(`${whole}.`)]);
    return normaliseVariants([`Done in ${spellMinutes(ms)}.`, capitaliseFirst(`${spellMinutes(ms)}.`)]);
  },
  load: (load) => [toSentence(capitaliseFirst(load))],
  sessionDone: ({ sets, setsPlanned, ms }) => {
    const setCount = spellSetCount(sets, setsPlanned);
    const time = spellRoundedDuration(ms);
    if (sets === 0) return ["Session over. No set was done.", "Session over."];
    if (setsPlanned === 1) return [`Session done. ${capitaliseFirst(time)}. Well done.`, "Session done."];
    return [`Session done. ${setCount} in ${time}. Well done.`, `Session done. ${setCount}.`, "Session done."];
  },
};

function spellSetDose(dose: SetDose): string {
  switch (dose.type) {
    case "time":
      return spellDuration(dose.ms);
    case "reps":
      return pluralise(dose.reps, "repetition", spellNumber);
    case "times":
      return `${spellNumber(dose.reps)} times ${spellDuration(dose.ms)}`;
    case "breaths":
      return pluralise(dose.breaths, "breath", spellNumber);
    case "open":
      return "at your own pace";
  }
}

function spellSides({ sides, firstSide }: Announcement): string {
  switch (sides) {
    case "both":
      return "";
    case "each":
      return " each side";
    case "one":
      return firstSide ? `, ${firstSide} side` : "";
    case "alternating":
      return ", alternating";
  }
}

function spellFirstSide({ sides, firstSide }: Announcement): string {
  return sides === "each" && firstSide ? ` ${capitaliseFirst(firstSide)} side first.` : "";
}

/** "Two sets", "One of two sets"; there is more than one. */
function spellSetCount(sets: number, of: number): string {
  const count = sets === of ? spellNumber(sets) : `${spellNumber(sets)} of ${spellNumber(of)}`;
  return `${capitaliseFirst(count)} sets`;
}

function spellSetNumber(set: number, of: number): string {
  return `set ${spellNumber(set)} of ${spellNumber(of)}`;
}

/** "push-ups", "crunches"; a name of another form is left as it is. */
function pluraliseName(name: string, count: number): string {
  if (count === 1 || !/[a-rt-z]$|(ch|sh|ss)$/.test(name)) return name;
  if (/(ch|sh|ss|x)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/** Numbers up to twelve are spelled out. */
function spellNumber(value: number): string {
  return NUMBER_WORDS[value] ?? String(value);
}

/** 55_000 → "55 seconds", 150_000 → "2 minutes 30 seconds", 2_500 → "2.5 seconds". */
function spellDuration(ms: number): string {
  const seconds = Number((ms / 1000).toFixed(1));
  if (seconds < 120) return pluralise(seconds, "second");
  const rest = Math.round(seconds % 60);
  const minutes = pluralise(Math.floor(seconds / 60), "minute");
  return rest === 0 ? minutes : `${minutes} ${pluralise(rest, "second")}`;
}

/** Rounded to the nearest minute from two minutes on. */
function spellRoundedDuration(ms: number): string {
  return ms < 120_000 ? pluralise(Math.round(ms / 1000), "second") : pluralise(Math.round(ms / 60_000), "minute");
}

/** To the second, minutes spelled out: "six minutes", "eight minutes 32 seconds", "45 seconds". */
function spellMinutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const minutes = pluralise(Math.floor(seconds / 60), "minute", spellNumber);
  if (seconds < 60) return pluralise(seconds, "second");
  return seconds % 60 === 0 ? minutes : `${minutes} ${pluralise(seconds % 60, "second")}`;
}

function pluralise(
  value: number,
  unit: string,
  spell: (value: number) => string | number = (number) => number,
): string {
  return `${spell(value)} ${unit}${value === 1 ? "" : "s"}`;
}

/** A name inside a sentence; one that starts with an abbreviation (TFL) is left as it is. */
function lowercaseFirst(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
