/**
 * A session's file as this program writes it, recognised by hand: ten thousand are looked through in a second, and the
 * schema would take a third of it. What is not recognised is left to the schema, which also says what is wrong.
 */
import { parseMoment } from "../calendar.ts";
import { fieldsOf, isCount, isListOf, isName, isSeconds, isShowable } from "./checks.ts";
import { LONGEST_NOTE, SESSION_FORMAT, SESSION_VERSION, type SessionFile, sessionFile } from "./format.ts";
import { areBlocks } from "./kept-block.ts";
import { areSteps } from "./kept-step.ts";

type Fields = Readonly<Record<string, unknown>>;

const FIELDS = Object.keys(sessionFile.shape);
const FIELDS_WITHOUT_MARKS = FIELDS.filter((name) => name !== "marks");
const PAUSE_FIELDS = ["at", "seconds", "reason"];

/** Whether a value is a session with its fields in the order in which they are written, and none besides. */
export function isAsWritten(value: unknown): value is SessionFile {
  const session = fieldsOf(value);
  if (session === null) return false;
  const names = Object.keys(session);
  return (
    (areSame(names, FIELDS_WITHOUT_MARKS) || areSame(names, FIELDS)) &&
    session["format"] === SESSION_FORMAT &&
    session["version"] === SESSION_VERSION &&
    isHead(session) &&
    isOutcome(session) &&
    areBlocks(session["blocks"]) &&
    isListOf(session["pauses"], isPause) &&
    areSteps(session["steps"])
  );
}

function isHead(session: Fields): boolean {
  const { id, speed, marks = [] } = session;
  return (
    typeof id === "string" &&
    /^[0-9a-z]{4,32}$/.test(id) &&
    isName(session["program"]) &&
    isName(session["routine"]) &&
    isName(session["title"]) &&
    isName(session["level"]) &&
    areFew(session["adjustments"], 1000, isName) &&
    areFew(marks, 100, isName) &&
    isName(session["planFingerprint"]) &&
    typeof speed === "number" &&
    speed > 0 &&
    speed <= 1e6
  );
}

function isOutcome(session: Fields): boolean {
  const { status, tightnessSide, utcOffsetMinutes } = session;
  return (
    (status === "finished" || status === "partial") &&
    isMoment(session["startedAt"]) &&
    isMoment(session["endedAt"]) &&
    Number.isInteger(utcOffsetMinutes) &&
    Math.abs(utcOffsetMinutes as number) <= 24 * 60 &&
    isSeconds(session["activeSeconds"]) &&
    isSeconds(session["plannedSeconds"]) &&
    isScore(session["effort"]) &&
    isScore(session["tightness"]) &&
    (tightnessSide === null || tightnessSide === "left" || tightnessSide === "right" || tightnessSide === "both") &&
    areFew(session["notes"], 1000, isNote)
  );
}

function isPause(value: unknown): boolean {
  const pause = fieldsOf(value);
  return (
    pause !== null &&
    areSame(Object.keys(pause), PAUSE_FIELDS) &&
    isSeconds(pause["at"]) &&
    isSeconds(pause["seconds"]) &&
    (pause["reason"] === "asked" || pause["reason"] === "gap")
  );
}

function isMoment(value: unknown): boolean {
  return typeof value === "string" && value.length <= 24 && parseMoment(value) !== null;
}

function isScore(value: unknown): boolean {
  return value === null || (isCount(value) && (value as number) <= 10);
}

function isNote(value: unknown): boolean {
  return typeof value === "string" && value.length > 0 && value.length <= LONGEST_NOTE && isShowable(value);
}

function areFew(value: unknown, most: number, check: (entry: unknown) => boolean): boolean {
  return isListOf(value, check) && (value as unknown[]).length <= most;
}

function areSame(names: readonly string[], expected: readonly string[]): boolean {
  return names.length === expected.length && names.every((name, index) => name === expected[index]);
}
