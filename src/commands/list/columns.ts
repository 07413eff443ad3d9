/** The columns of `list`, for narrow and wide terminals. */
import type { ListEntry } from "../../app/open/index-entries.ts";
import type { Column } from "../../output/table.ts";

interface EntryColumn extends Column {
  readonly cell: (entry: ListEntry, shortDose?: string) => string;
}

const NAME_COLUMN: EntryColumn = { title: "name", noWrap: true, cell: (entry) => entry.id };
const EQUIPMENT_COLUMN: EntryColumn = {
  title: "equipment",
  minWidth: 14,
  cell: ({ equipment }) => equipment.join(", ") || "–",
};
const TARGETS_COLUMN: EntryColumn = { title: "targets", minWidth: 16, cell: ({ targets }) => targets.join(", ") };
const ORIGIN_COLUMN: EntryColumn = {
  title: "whose",
  selfEvident: true,
  cell: ({ origin }) => (origin === "yours" ? "yours" : ""),
};
const KIND_COLUMN: EntryColumn = { title: "kind", selfEvident: true, cell: ({ kinds }) => kinds.join(", ") };
const DOSE_COLUMN: EntryColumn = {
  title: "dose",
  minWidth: 16,
  selfEvident: true,
  cell: (_, shortDose = "") => shortDose,
};
const FULL_DOSE_COLUMN: EntryColumn = {
  title: "dose",
  minWidth: 24,
  selfEvident: true,
  cell: ({ dose = "" }) => dose,
};
const MINUTES_COLUMN: EntryColumn = {
  title: "min",
  align: "right",
  titleIsUnit: true,
  cell: ({ minutes }) => (minutes == null ? "–" : String(minutes)),
};
const SUMMARY_COLUMN: EntryColumn = {
  title: "what for",
  minWidth: 28,
  selfEvident: true,
  cell: ({ summary }) => summary,
};
/** With little room the equipment stands below. */
const NEEDS_COLUMN: EntryColumn = {
  ...SUMMARY_COLUMN,
  cell: ({ summary, equipment }) =>
    [summary, equipment.length > 0 ? `Equipment: ${equipment.join(", ")}.` : ""].join(" ").trim(),
};

const ROUTINE_COLUMNS = [NAME_COLUMN, MINUTES_COLUMN, NEEDS_COLUMN, ORIGIN_COLUMN];
const WIDE_ROUTINE_COLUMNS = [NAME_COLUMN, MINUTES_COLUMN, SUMMARY_COLUMN, EQUIPMENT_COLUMN, ORIGIN_COLUMN];
const EXERCISE_COLUMNS = [NAME_COLUMN, DOSE_COLUMN, { ...EQUIPMENT_COLUMN, spare: true }, ORIGIN_COLUMN] as const;
const WIDE_EXERCISE_COLUMNS = [
  NAME_COLUMN,
  KIND_COLUMN,
  FULL_DOSE_COLUMN,
  TARGETS_COLUMN,
  EQUIPMENT_COLUMN,
  ORIGIN_COLUMN,
];
/** Terminal width from which all columns fit. */
const WIDE_TERMINAL_COLUMNS = 110;

/** The columns for entries of one type, at this width. If everything is shipped, the column for it is pointless. */
export function chooseColumns(entries: readonly ListEntry[], width: number): readonly EntryColumn[] {
  const isWide = width >= WIDE_TERMINAL_COLUMNS;
  const columns =
    entries[0]?.type === "routine"
      ? isWide
        ? WIDE_ROUTINE_COLUMNS
        : ROUTINE_COLUMNS
      : isWide
        ? WIDE_EXERCISE_COLUMNS
        : EXERCISE_COLUMNS;
  return columns.filter((column) => column !== ORIGIN_COLUMN || entries.some(({ origin }) => origin === "yours"));
}
