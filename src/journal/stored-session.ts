/**
 * A session's file as this program writes it, recognised by hand: ten thousand are looked through in a second, and the
 * schema would take a third of it. What is not recognised is left to the schema, which also says what is wrong.
 */
import { parseTimestamp } from "../calendar.ts";
import {
  MAX_NOTE_LENGTH,
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionFile,
  sessionFileSchema,
} from "./session-format.ts";
import { isStoredBlockList } from "./stored-block.ts";
import { isStoredStepList } from "./stored-step.ts";
import { asFields, isCount, isListOf, isPrintable, isSeconds, isShortText } from "./value-checks.ts";

type Fields = Readonly<Record<string, unknown>>;

const FIELDS = Object.keys(sessionFileSchema.shape);
const FIELDS_WITHOUT_MARKS = FIELDS.filter((name) => name !== "marks");
const PAUSE_FIELDS = ["at", "seconds", "reason"];

/** Whether a value is a session with its fields in the order in which they are written, and none besides. */
export function isSessionFileAsWritten(value: unknown): value is SessionFile {
  const session = asFields(value);
  if (session === null) return false;
  const names = Object.keys(session);
  return (
    (isSameList(names, FIELDS_WITHOUT_MARKS) || isSameList(names, FIELDS)) &&
    session["format"] === SESSION_FORMAT &&
    session["version"] === SESSION_VERSION &&
    hasValidHeader(session) &&
    hasValidOutcome(session) &&
    isStoredBlockList(session["blocks"]) &&
    isListOf(session["pauses"], isStoredPause) &&
    isStoredStepList(session["steps"])
  );
}

function hasValidHeader(session: Fields): boolean {
  const { id, speed, marks = [] } = session;
  return (
    typeof id === "string" &&
    /^[0-9a-z]{4,32}$/.test(id) &&
    isShortText(session["program"]) &&
    isShortText(session["routine"]) &&
    isShortText(session["title"]) &&
    isShortText(session["level"]) &&
    isListOfAtMost(session["adjustments"], 1000, isShortText) &&
    isListOfAtMost(marks, 100, isShortText) &&
    isShortText(session["planFingerprint"]) &&
    typeof speed === "number" &&
    speed > 0 &&
    speed <= 1e6
  );
}

function hasValidOutcome(session: Fields): boolean {
  const { status, tightnessSide, utcOffsetMinutes } = session;
  return (
    (status === "finished" || status === "partial") &&
    isTimestamp(session["startedAt"]) &&
    isTimestamp(session["endedAt"]) &&
    Number.isInteger(utcOffsetMinutes) &&
    Math.abs(utcOffsetMinutes as number) <= 24 * 60 &&
    isSeconds(session["activeSeconds"]) &&
    isSeconds(session["plannedSeconds"]) &&
    isScore(session["effort"]) &&
    isScore(session["tightness"]) &&
    (tightnessSide === null || tightnessSide === "left" || tightnessSide === "right" || tightnessSide === "both") &&
    isListOfAtMost(session["notes"], 1000, isNote)
  );
}

function isStoredPause(value: unknown): boolean {
  const pause = asFields(value);
  return (
    pause !== null &&
    isSameList(Object.keys(pause), PAUSE_FIELDS) &&
    isSeconds(pause["at"]) &&
    isSeconds(pause["seconds"]) &&
    (pause["reason"] === "asked" || pause["reason"] === "gap")
  );
}

function isTimestamp(value: unknown): boolean {
  return typeof value === "string" && value.length <= 24 && parseTimestamp(value) !== null;
}

function isScore(value: unknown): boolean {
  return value === null || (isCount(value) && (value as number) <= 10);
}

function isNote(value: unknown): boolean {
  return typeof value === "string" && value.length > 0 && value.length <= MAX_NOTE_LENGTH && isPrintable(value);
}

function isListOfAtMost(value: unknown, most: number, check: (entry: unknown) => boolean): boolean {
  return isListOf(value, check) && (value as unknown[]).length <= most;
}

function isSameList(names: readonly string[], expected: readonly string[]): boolean {
  return names.length === expected.length && names.every((name, index) => name === expected[index]);
}
