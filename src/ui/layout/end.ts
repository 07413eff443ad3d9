/** The page after a workout: what was done, and the same in plain lines for the shell's scrollback. */
import type { Summary } from "../../player/types.ts";
import type { Document } from "./document.ts";
import { clockText, cut, lengthText, width, wrap } from "./fit-text.ts";
import type { Line } from "./line.ts";
import { EMPTY, ends, indent, piece, textLine } from "./line.ts";
import { SIGNS } from "./signs.ts";

const clockOf = (ms: number) => clockText(Math.round(ms / 1000));

/** The figures of a summary as pairs of a word and a value. */
function facts(summary: Summary): [string, string][] {
  return [
    ["Sets", `${summary.sets} of ${summary.setsPlanned}`],
    ...(summary.reps > 0 ? [["Repetitions", String(summary.reps)] as [string, string]] : []),
    ["Time in sets", clockOf(summary.workedMs)],
    ["In all", clockOf(summary.sessionMs)],
  ];
}

/** @param notices words about what failed at the side. */
export function endPage(title: string, summary: Summary, columns: number, notices: readonly string[] = []): Document {
  const word = summary.finished ? `${SIGNS.finished.small} Done` : "Left early";
  return {
    heading: [
      ends(columns, piece(title, "plain", true), piece(word, summary.finished ? "finished" : "dim", true)),
      EMPTY,
    ],
    body: [
      ...facts(summary).map(([label, value]): Line => {
        const shown = cut(label.padEnd(14), Math.max(1, columns - width(value) - 1));
        return [piece(`${shown} `, "dim"), piece(cut(value, columns - width(shown) - 1), "plain", true)];
      }),
      EMPTY,
      ...muscleLines(summary, columns),
      ...skippedLines(summary, columns),
      ...noticeLines(notices, summary, columns),
    ],
  };
}

function muscleLines({ muscles }: Summary, columns: number): Line[] {
  const longest = muscles[0]?.ms ?? 0;
  if (longest === 0) return [];
  const timeColumns = Math.max(...muscles.map(({ ms }) => clockOf(ms).length));
  const nameColumns = Math.min(Math.max(...muscles.map(({ name }) => width(name))), Math.floor(columns * 0.4));
  const barColumns = columns - nameColumns - timeColumns - 4;
  const rows = muscles.map(({ name, ms }): Line => {
    const shown = cut(name, nameColumns);
    const time = clockOf(ms).padStart(timeColumns);
    if (barColumns < 4) return ends(columns, piece(name), piece(time.trim(), "plain", true));
    const label = `${shown}${" ".repeat(nameColumns - width(shown))}  `;
    return [piece(label), piece(`${time}  `, "plain", true), piece(chart(ms / longest, barColumns), "accent")];
  });
  return [textLine("Time under tension", columns, "accent"), ...rows, EMPTY];
}

/** A lying bar, low enough that those below each other stay apart. */
function chart(share: number, columns: number): string {
  return "▆".repeat(Math.max(1, Math.round(share * columns)));
}

function skippedLines({ skipped }: Summary, columns: number): Line[] {
  if (skipped.length === 0) return [];
  const rows = skipped.flatMap((label) => wrap(label, columns - 2).map((line) => indent([piece(line, "dim")], 2)));
  return [textLine(`Left out: ${skipped.length}`, columns, "accent"), ...rows];
}

function noticeLines(notices: readonly string[], { skipped }: Summary, columns: number): Line[] {
  if (notices.length === 0) return [];
  const rows = notices.flatMap((notice) => wrap(notice, columns - 2).map((line) => indent([piece(line)], 2)));
  return [...(skipped.length > 0 ? [EMPTY] : []), textLine("To know", columns, "accent"), ...rows];
}

/** A few plain lines that stay in the scrollback after the screen is left, broken between words. */
export function endLines(title: string, summary: Summary, columns: number, notices: readonly string[] = []): string[] {
  const first = `${title}: ${summary.finished ? "done" : "left early"}, ${lengthText(summary.sessionMs)}.`;
  const counted = `${summary.sets} of ${summary.setsPlanned} sets${summary.reps > 0 ? `, ${summary.reps} repetitions` : ""}`;
  const muscles = summary.muscles.slice(0, 4).map(({ name, ms }) => `${name} ${clockOf(ms)}`);
  return [
    first,
    `${counted}, ${clockOf(summary.workedMs)} in sets.`,
    ...(muscles.length > 0 ? [`Time under tension: ${muscles.join(", ")}.`] : []),
    ...notices.map((notice) => `To know: ${notice}`),
  ].flatMap((line) => wrap(line, columns));
}
