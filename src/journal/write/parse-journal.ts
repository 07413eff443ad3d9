/** From the text of a journal, whole or cut off anywhere, to the recording that it holds. */
import * as z from "zod/mini";
import type { Plan } from "../../plan/types.ts";
import { type Migration, migrateAndValidate, type ParseResult } from "../read/versioned-formats.ts";
import {
  type EventLine,
  eventLineSchema,
  JOURNAL_FORMAT,
  JOURNAL_VERSION,
  startedLineSchema,
} from "./journal-lines.ts";
import { computeFingerprint } from "./packed-plan.ts";
import { RecordedSession } from "./recorded-session.ts";

/** None yet: version 1 is the first. They take the first line, which alone carries the version. */
const JOURNAL_MIGRATIONS: readonly Migration[] = [];

export function parseJournal(text: string): ParseResult<RecordedSession> {
  const lines = text.split("\n");
  const tail = lines.pop() ?? "";
  // A last line without its break is whole when only the break was cut off; else the step in progress is lost.
  if (tail !== "" && parseJson(tail) !== undefined) lines.push(tail);

  const [first = "", ...rest] = lines;
  const head = migrateAndValidate(parseJson(first), {
    format: JOURNAL_FORMAT,
    version: JOURNAL_VERSION,
    migrations: JOURNAL_MIGRATIONS,
    schema: startedLineSchema,
  });
  if (head.type !== "valid") return head;
  // The fingerprint says that the plan is, byte for byte, one that this program compiled.
  if (computeFingerprint(head.value.plan) !== head.value.planFingerprint) {
    return { type: "foreign", why: "its plan is not the one that was written" };
  }

  const recording = new RecordedSession(head.value);
  for (const line of rest) {
    if (line.trim() === "") continue;
    const checked = parseEventLine(line, recording.plan);
    if (checked) recording.apply(checked);
    else recording.damagedLineCount += 1;
  }
  return { type: "valid", value: recording };
}

function parseEventLine(text: string, plan: Plan): EventLine | null {
  const checked = z.safeParse(eventLineSchema, parseJson(text));
  if (!checked.success) return null;
  const line = checked.data;
  return "index" in line && line.index >= plan.steps.length ? null : line;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
