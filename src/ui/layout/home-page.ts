/** The page to choose a routine from: the list, what the chosen one is for, and what was typed to filter it. */
import { chooseFitting, wrapToLines } from "./fit-text.ts";
import type { Footer, Line } from "./line.ts";
import { clip, EMPTY_LINE, indent, placeInRow, spaceBetween, span, textLine } from "./line.ts";
import { marginOf, type TerminalSize, usableLines } from "./slots.ts";

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
  readonly isPersonal?: boolean;
}

export interface HomeState {
  readonly filter: string;
  readonly selectedIndex: number;
}

/** The entries that have every word of the filter somewhere in what is said of them. */
export function filterEntries(entries: readonly HomeEntry[], filter: string): readonly HomeEntry[] {
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

export function renderHome(entries: readonly HomeEntry[], state: HomeState, size: TerminalSize): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const columns = Math.max(1, Math.min(size.columns - 2 * margin, 84));
  const shown = filterEntries(entries, state.filter);
  const footer = chooseHomeFooter(columns, state.filter);
  const full = lines >= 10;
  const isLow = lines < 16 && !isNarrow(columns);
  const heading =
    lines >= 4 ? [spaceBetween(columns, span("unwind", "accent", true), renderFilter(state.filter)), EMPTY_LINE] : [];
  const purpose = full
    ? renderPurpose(shown[state.selectedIndex], columns, isLow ? PURPOSE_LINES.low : PURPOSE_LINES.high)
    : [];
  const room = Math.max(1, lines - heading.length - purpose.length - (lines >= 3 ? 1 : 0));
  const list =
    shown.length > 0
      ? renderEntryList(shown, state.selectedIndex, room, columns)
      : [textLine("nothing matches", columns, "dim")];
  const padding = new Array<Line>(Math.max(0, room - list.length)).fill(EMPTY_LINE);
  const foot = lines >= 3 ? [textLine(footer.text, columns, footer.tone)] : [];
  return [...heading, ...list, ...purpose, ...padding, ...foot].map((line) => clip(indent(line, margin), size.columns));
}

function renderFilter(filter: string) {
  return filter === "" ? span("what shall it be?", "dim") : span(`/${filter}`, "plain", true);
}

function chooseHomeFooter(columns: number, filter: string): Footer {
  const leave = filter === "" ? "q leaves" : "esc clears";
  const forms = [
    `↑ ↓ choose   enter starts   ${filter === "" ? "type to filter   " : ""}${leave}`,
    `↑ ↓ choose   enter starts   ${leave}`,
    `enter starts   ${leave}`,
    "enter",
  ];
  return { text: chooseFitting(forms, columns), tone: "dim" };
}

/** A window of the list in which the chosen entry is seen. */
function renderEntryList(entries: readonly HomeEntry[], chosen: number, room: number, columns: number): Line[] {
  const from = Math.max(0, Math.min(chosen - Math.floor(room / 2), entries.length - room));
  return entries.slice(from, from + room).map((entry, index) => renderEntry(entry, from + index === chosen, columns));
}

function renderEntry(entry: HomeEntry, chosen: boolean, columns: number): Line {
  const mark = chosen ? "► " : "  ";
  const minutes = `${entry.minutes} min`;
  const first = span(`${mark}${entry.title}`, chosen ? "accent" : "plain", chosen);
  const yours = entry.isPersonal ? "yours · " : "";
  if (isNarrow(columns)) return spaceBetween(columns, first, span(yours + minutes, chosen ? "plain" : "dim"));
  const needs = yours + (entry.equipment.join(", ") || "nothing needed");
  const nameColumns = Math.floor(columns * 0.42);
  return placeInRow(columns, [
    { x: 0, line: textLine(first.text, nameColumns - 2, first.tone, chosen) },
    { x: nameColumns, line: textLine(minutes.padStart(7), 8, chosen ? "plain" : "dim") },
    { x: nameColumns + 11, line: textLine(needs, columns - nameColumns - 11, chosen ? "plain" : "dim") },
  ]);
}

function renderPurpose(entry: HomeEntry | undefined, columns: number, count: number): Line[] {
  const needs = isNarrow(columns) ? `Needs ${entry?.equipment.join(", ") || "nothing"}. ` : "";
  const text = entry ? wrapToLines(needs + entry.purpose, columns - 2, count) : [];
  const lines = text.map((line): Line => [span("  "), span(line)]);
  return [EMPTY_LINE, ...lines, ...new Array<Line>(count - lines.length).fill(EMPTY_LINE)];
}
