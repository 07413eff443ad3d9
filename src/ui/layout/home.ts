/** The page to choose a routine from: the list, what the chosen one is for, and what was typed to filter it. */
import { fitting, wrapTo } from "./fit-text.ts";
import type { Footer, Line } from "./line.ts";
import { clip, EMPTY, ends, indent, piece, row, textLine } from "./line.ts";
import { marginOf, type Size, usableLines } from "./slots.ts";

/** A routine as the home screen offers it. */
export interface HomeEntry {
  /** What `runHome` gives back when it is chosen. */
  readonly id: string;
  readonly title: string;
  /** Whole minutes, rounded. */
  readonly minutes: number;
  readonly equipment: readonly string[];
  readonly purpose: string;
  /** Whether it is the person's own. */
  readonly own?: boolean;
}

export interface HomeState {
  readonly filter: string;
  readonly chosen: number;
}

/** The entries that have every word of the filter somewhere in what is said of them. */
export function matching(entries: readonly HomeEntry[], filter: string): readonly HomeEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const said = [entry.id, entry.title, entry.purpose, ...entry.equipment].join(" ").toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** Without room for a column of equipment: what is needed stands before the purpose. */
const isNarrow = (columns: number) => columns < 56;

/** Lines for the purpose of the chosen routine; a low terminal has fewer, unless it must say there what is needed. */
const PURPOSE_LINES = { low: 2, high: 3 };

export function homeLines(entries: readonly HomeEntry[], state: HomeState, size: Size): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const columns = Math.max(1, Math.min(size.columns - 2 * margin, 84));
  const shown = matching(entries, state.filter);
  const footer = footerOf(columns, state.filter);
  const full = lines >= 10;
  const isLow = lines < 16 && !isNarrow(columns);
  const heading = lines >= 4 ? [ends(columns, piece("unwind", "accent", true), filterPiece(state.filter)), EMPTY] : [];
  const purpose = full
    ? purposeLines(shown[state.chosen], columns, isLow ? PURPOSE_LINES.low : PURPOSE_LINES.high)
    : [];
  const room = Math.max(1, lines - heading.length - purpose.length - (lines >= 3 ? 1 : 0));
  const list =
    shown.length > 0 ? listLines(shown, state.chosen, room, columns) : [textLine("nothing matches", columns, "dim")];
  const padding = new Array<Line>(Math.max(0, room - list.length)).fill(EMPTY);
  const foot = lines >= 3 ? [textLine(footer.text, columns, footer.tone)] : [];
  return [...heading, ...list, ...purpose, ...padding, ...foot].map((line) => clip(indent(line, margin), size.columns));
}

function filterPiece(filter: string) {
  return filter === "" ? piece("what shall it be?", "dim") : piece(`/${filter}`, "plain", true);
}

function footerOf(columns: number, filter: string): Footer {
  const leave = filter === "" ? "q leaves" : "esc clears";
  const forms = [
    `↑ ↓ choose   enter starts   ${filter === "" ? "type to filter   " : ""}${leave}`,
    `↑ ↓ choose   enter starts   ${leave}`,
    `enter starts   ${leave}`,
    "enter",
  ];
  return { text: fitting(forms, columns), tone: "dim" };
}

/** A window of the list in which the chosen entry is seen. */
function listLines(entries: readonly HomeEntry[], chosen: number, room: number, columns: number): Line[] {
  const from = Math.max(0, Math.min(chosen - Math.floor(room / 2), entries.length - room));
  return entries.slice(from, from + room).map((entry, index) => entryLine(entry, from + index === chosen, columns));
}

function entryLine(entry: HomeEntry, chosen: boolean, columns: number): Line {
  const mark = chosen ? "► " : "  ";
  const minutes = `${entry.minutes} min`;
  const first = piece(`${mark}${entry.title}`, chosen ? "accent" : "plain", chosen);
  const yours = entry.own ? "yours · " : "";
  if (isNarrow(columns)) return ends(columns, first, piece(yours + minutes, chosen ? "plain" : "dim"));
  const needs = yours + (entry.equipment.join(", ") || "nothing needed");
  const nameColumns = Math.floor(columns * 0.42);
  return row(columns, [
    { x: 0, line: textLine(first.text, nameColumns - 2, first.tone, chosen) },
    { x: nameColumns, line: textLine(minutes.padStart(7), 8, chosen ? "plain" : "dim") },
    { x: nameColumns + 11, line: textLine(needs, columns - nameColumns - 11, chosen ? "plain" : "dim") },
  ]);
}

function purposeLines(entry: HomeEntry | undefined, columns: number, count: number): Line[] {
  const needs = isNarrow(columns) ? `Needs ${entry?.equipment.join(", ") || "nothing"}. ` : "";
  const text = entry ? wrapTo(needs + entry.purpose, columns - 2, count) : [];
  const lines = text.map((line): Line => [piece("  "), piece(line)]);
  return [EMPTY, ...lines, ...new Array<Line>(count - lines.length).fill(EMPTY)];
}
