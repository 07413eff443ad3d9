/** Parses the text of a journal, complete or cut off anywhere, into a recorded session. */
import * as z from "zod/mini";
import { type ParseResult, tryParseJson, validateVersioned } from "../../files/versioned-files.ts";
import type { Plan } from "../../plan/types.ts";
import {
  computeFingerprint,
  type EventLine,
  eventLineSchema,
  JOURNAL_FORMAT,
  startedLineSchema,
} from "../journal-format.ts";
import { describeFormat } from "../session-text.ts";
import { RecordedSession } from "./recorded-session.ts";

/** Only the first line carries the version. */
const FIRST_LINE = describeFormat(JOURNAL_FORMAT, startedLineSchema);

export function parseJournal(text: string): ParseResult<RecordedSession> {
  const lines = text.split("\n");
  const tail = lines.pop() ?? "";
  // A last line without a line break is complete if only the break is missing; otherwise the step in progress is lost.
  if (tail !== "" && tryParseJson(tail) !== undefined) lines.push(tail);

  const [first = "", ...rest] = lines;
  const head = validateVersioned(tryParseJson(first), FIRST_LINE);
  if (head.type !== "valid") return head;
  // The fingerprint proves that the plan is, byte for byte, one this program compiled.
  if (computeFingerprint(head.value.plan) !== head.value.planFingerprint) {
    return { type: "foreign", why: "its plan is not the one that was written" };
  }

  const session = new RecordedSession(head.value);
  for (const line of rest) {
    if (line.trim() === "") continue;
    const event = parseEventLine(line, session.plan);
    if (event) session.apply(event);
    else session.damagedLineCount += 1;
  }
  return { type: "valid", value: session };
}

function parseEventLine(text: string, plan: Plan): EventLine | null {
  const checked = z.safeParse(eventLineSchema, tryParseJson(text));
  if (!checked.success) return null;
  const line = checked.data;
  return "index" in line && line.index >= plan.steps.length ? null : line;
}
