/** From the text of a journal, whole or cut off anywhere, to the recording that it holds. */
import * as z from "zod/mini";
import type { Plan } from "../../plan/types.ts";
import { bringUpToDate, type Migration, type Read } from "../read/migrate.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { JOURNAL_FORMAT, JOURNAL_VERSION, type LaterLine, laterLine, startedLine } from "./lines.ts";
import { Recording } from "./recording.ts";

/** None yet: version 1 is the first. They take the first line, which alone carries the version. */
const JOURNAL_MIGRATIONS: readonly Migration[] = [];

export function readJournal(text: string): Read<Recording> {
  const lines = text.split("\n");
  const tail = lines.pop() ?? "";
  // A last line without its break is whole when only the break was cut off; else the step in progress is lost.
  if (tail !== "" && parse(tail) !== undefined) lines.push(tail);

  const [first = "", ...rest] = lines;
  const head = bringUpToDate(parse(first), {
    format: JOURNAL_FORMAT,
    version: JOURNAL_VERSION,
    migrations: JOURNAL_MIGRATIONS,
    schema: startedLine,
  });
  if (head.type !== "valid") return head;
  // The fingerprint says that the plan is, byte for byte, one that this program compiled.
  if (fingerprintOf(head.value.plan) !== head.value.planFingerprint) {
    return { type: "foreign", why: "its plan is not the one that was written" };
  }

  const recording = new Recording(head.value);
  for (const line of rest) {
    if (line.trim() === "") continue;
    const checked = laterLineOf(line, recording.plan);
    if (checked) recording.take(checked);
    else recording.damagedLines += 1;
  }
  return { type: "valid", value: recording };
}

function laterLineOf(text: string, plan: Plan): LaterLine | null {
  const checked = z.safeParse(laterLine, parse(text));
  if (!checked.success) return null;
  const line = checked.data;
  return "index" in line && line.index >= plan.steps.length ? null : line;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
