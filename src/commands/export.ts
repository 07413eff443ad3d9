/** `unwind export`: exports sessions for a spreadsheet, a calendar, a sports site, or `unwind import`. */
import type { Command } from "commander";
import { FlagOption } from "../app/flags/flag-option.ts";
import { addRangeFlags, parseRange, type RangeOptions } from "../app/flags/flag-values.ts";
import { warn } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { reportWriteErrors, UserError } from "../errors.ts";
import type { SessionFile } from "../journal/session-format.ts";

const EXPORT_FORMATS = ["csv", "json", "ics", "tcx"] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface ExportOptions extends RangeOptions {
  readonly format?: string;
  readonly output?: string;
}

const EXAMPLES = `
Formats: csv, one row per set; json, for unwind import; ics, one calendar event per session; tcx, one activity per session
for Garmin Connect, Strava and others (not FIT: its licence does not allow it in a free program).

Examples:
  unwind export csv -o sets.csv
  unwind export -o training.ics --since 1y
  unwind export json > history.json
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addRangeFlags(
    command
      .argument("[format]", EXPORT_FORMATS.join(", "))
      .addOption(
        new FlagOption("--format <format>", "the same as a flag; default: what the file name ends with", "csv"),
      ),
  )
    .option("-o, --output <file>", "write to this file; default: standard output")
    .addHelpText("after", EXAMPLES)
    .action((format: string | undefined, options: ExportOptions) => {
      if (format !== undefined && options.format !== undefined) {
        throw new UserError("the format is given twice", { hint: `leave out --format ${options.format}` });
      }
      return exportHistory(format === undefined ? options : { ...options, format }, shell);
    });
}

async function exportHistory(options: ExportOptions, shell: ShellEnvironment): Promise<void> {
  const format = resolveFormat(options);
  const [{ openHistory }, { loadSession }] = await Promise.all([
    import("../app/open/history.ts"),
    import("../journal/read/read-history.ts"),
  ]);
  const history = openHistory(shell);
  const range = parseRange(options, history.today);
  let skipped = 0;
  const sessions = function* (): Generator<SessionFile> {
    // Where training is counted, a rehearsal does not belong; a copy of the history has everything.
    for (const found of history.sessions({ ...range, rehearsals: format === "json" })) {
      const session = loadSession(history.journalPaths, found, history.waiting, history.warn);
      if (session) yield session;
      else skipped += 1;
    }
  };
  const text = await EXPORT_WRITERS[format](sessions());
  if (options.output === undefined) for (const part of text) shell.write(part);
  else await writeExportFile(options.output, text);
  if (skipped > 0) warn(shell, `${skipped} unfinished ${skipped === 1 ? "session was" : "sessions were"} left out`);
}

/** Yields the text in parts, so that memory use does not grow with the history. */
type ExportWriter = (sessions: Iterable<SessionFile>) => Promise<Iterable<string>>;

const EXPORT_WRITERS: Readonly<Record<ExportFormat, ExportWriter>> = {
  async csv(sessions) {
    const { formatCsvHeader, formatCsvRows } = await import("../journal/export/csv.ts");
    return streamParts(formatCsvHeader(), sessions, formatCsvRows, "");
  },
  async json(sessions) {
    const { JSON_EXPORT_HEAD, JSON_EXPORT_TAIL, formatJsonEntry } = await import("../journal/export/json.ts");
    let first = true;
    const entry = (session: SessionFile) => {
      const text = formatJsonEntry(session, first);
      first = false;
      return text;
    };
    return streamParts(JSON_EXPORT_HEAD, sessions, entry, `\n${JSON_EXPORT_TAIL}\n`);
  },
  async ics(sessions) {
    const { formatIcsEvent, buildIcsFrame } = await import("../journal/export/ics.ts");
    const { head, tail } = buildIcsFrame();
    return streamParts(head, sessions, formatIcsEvent, tail);
  },
  async tcx(sessions) {
    const { formatTcxActivity, TCX_HEAD, TCX_TAIL } = await import("../journal/export/tcx.ts");
    return streamParts(TCX_HEAD, sessions, formatTcxActivity, TCX_TAIL);
  },
};

function* streamParts(
  head: string,
  sessions: Iterable<SessionFile>,
  text: (session: SessionFile) => string,
  tail: string,
) {
  yield head;
  for (const session of sessions) yield text(session);
  yield tail;
}

/** Writes the file whole or not at all, replacing an existing one. */
async function writeExportFile(path: string, text: Iterable<string>): Promise<void> {
  const { writeChunksAtomically } = await import("../files/write.ts");
  reportWriteErrors(path, () => writeChunksAtomically(path, text));
}

/** @throws UserError (exit 2) if the format is unknown or missing. */
function resolveFormat({ format, output }: ExportOptions): ExportFormat {
  const name = (format ?? /\.([a-z]+)$/i.exec(output ?? "")?.[1] ?? "").toLowerCase();
  const found = EXPORT_FORMATS.find((known) => known === name);
  if (found) return found;
  if (name === "fit") {
    throw new UserError("FIT files cannot be written: Garmin's licence does not allow it in a free program", {
      hint: "Garmin Connect and others import --format tcx",
    });
  }
  throw new UserError(format === undefined ? "a format is missing" : `there is no format "${format}"`, {
    hint: `write one of ${EXPORT_FORMATS.join(", ")}: unwind export csv -o sets.csv`,
  });
}
