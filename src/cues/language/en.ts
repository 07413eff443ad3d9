/** English. */
import type { Phase } from "../../terms.ts";
import { byClause, distinct, sentence } from "./forms.ts";
import type { Announcement, Language, SetDose } from "./language.ts";

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

const STROKES: Readonly<Record<Phase, string>> = {
  concentric: "up",
  eccentric: "down",
  "pause-top": "hold",
  "pause-bottom": "pause",
  hold: "hold",
  work: "work",
  roll: "roll",
  contract: "contract",
  relax: "let go",
  stretch: "stretch",
};

export const ENGLISH: Language = {
  id: "en",
  announce: (what) => {
    const { name, sets, dose } = what;
    const many = `${upper(number(sets))} ${sets === 1 ? "set" : "sets"}`;
    // "Two sets, 55 seconds", but "two sets of ten repetitions".
    const amount = dose.type === "time" ? `${many}, ${doseText(dose)}` : `${many} of ${doseText(dose)}`;
    if (dose.type === "open") {
      return distinct([
        `${name}. At your own pace. ${firstSide(what)}`.trim(),
        `${name}. At your own pace.`,
        `${name}.`,
      ]);
    }
    return distinct([
      `${name}. ${amount}${sideNote(what)}. ${firstSide(what)}`.trim(),
      `${name}. ${amount}${sideNote(what)}.`,
      `${name}. ${amount}.`,
      `${name}, ${doseText(dose)}.`,
      `${name}.`,
    ]);
  },
  side: (side, meaning) => (meaning ? byClause(meaning) : [`${upper(side)} side.`]),
  alternate: (side, meaning, stroke) =>
    distinct([meaning ? sentence(meaning) : "", ...stroke.map((word) => `${side}, ${word}`), ...stroke]),
  switchSides: (to) => distinct([to ? `Switch sides. ${upper(to)} side.` : "", "Switch sides."]),
  next: ({ name, dose, set, of }) =>
    distinct([
      `Next: ${lower(name)}, ${setOf(set, of)}, ${doseText(dose)}.`,
      `Next: ${lower(name)}, ${doseText(dose)}.`,
      `Next: set ${number(set)}, ${doseText(dose)}.`,
      `Next: set ${number(set)}.`,
    ]),
  set: (set, of) => distinct([`${upper(setOf(set, of))}.`, `Set ${number(set)}.`]),
  lastSet: (side) => distinct([side ? `Last set, ${side} side.` : "", "Last set."]),
  halfWay: () => ["Half-way."],
  tenSeconds: () => ["Ten seconds."],
  stroke: (phase, fast) => distinct([fast ? `${STROKES[phase]}, fast` : "", STROKES[phase]]),
  rep: (rep) => [`${upper(number(rep))}.`],
  repsToGo: (left) => (left === 1 ? ["Last one."] : [`${upper(number(left))} to go.`]),
  yourTurn: () => ["Your turn. Take the time you need.", "Your turn."],
  done: ({ sets, setsPlanned, ms }) => {
    const count = sets === setsPlanned ? number(sets) : `${number(sets)} of ${number(setsPlanned)}`;
    const what = `${upper(count)} ${setsPlanned === 1 ? "set" : "sets"}`;
    return [`Session done. ${what} in ${longDuration(ms)}. Well done.`, `Session done. ${what}.`, "Session done."];
  },
};

function doseText(dose: SetDose): string {
  switch (dose.type) {
    case "time":
      return duration(dose.ms);
    case "reps":
      return `${number(dose.reps)} ${dose.reps === 1 ? "repetition" : "repetitions"}`;
    case "times":
      return `${number(dose.reps)} times ${duration(dose.ms)}`;
    case "open":
      return "at your own pace";
  }
}

function sideNote({ sides, first }: Announcement): string {
  switch (sides) {
    case "both":
      return "";
    case "each":
      return " each side";
    case "one":
      return first ? `, ${first} side` : "";
    case "alternating":
      return ", alternating";
  }
}

function firstSide({ sides, first }: Announcement): string {
  return sides === "each" && first ? `${upper(first)} side first.` : "";
}

function setOf(set: number, of: number): string {
  return `set ${number(set)} of ${number(of)}`;
}

/** Up to twelve in letters. */
function number(value: number): string {
  return NUMBERS[value] ?? String(value);
}

/** 55_000 → "55 seconds", 150_000 → "2 minutes 30 seconds", 2_500 → "2.5 seconds". */
function duration(ms: number): string {
  const seconds = Number((ms / 1000).toFixed(1));
  if (seconds < 120) return counted(seconds, "second");
  const rest = Math.round(seconds % 60);
  const minutes = counted(Math.floor(seconds / 60), "minute");
  return rest === 0 ? minutes : `${minutes} ${counted(rest, "second")}`;
}

/** To the nearest minute from two minutes on. */
function longDuration(ms: number): string {
  return ms < 120_000 ? counted(Math.round(ms / 1000), "second") : counted(Math.round(ms / 60_000), "minute");
}

function counted(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? "" : "s"}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name inside a sentence; one that starts with an abbreviation (TFL) stays as it is. */
function lower(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
