/** Session files and amendments as text: parsing and formatting them, and cleaning the text that goes into them. */
import * as z from "zod/mini";
import { type ParseResult, parseVersioned, type VersionedFormat, validateVersioned } from "../files/versioned-files.ts";
import { isSafeText } from "../text/safe-text.ts";
import {
  AMENDMENT_FORMAT,
  type Amendment,
  amendmentSchema,
  MAX_ADJUSTMENTS,
  MAX_SCREENING_WARNINGS,
  SESSION_FORMAT,
  type SessionFile,
  sessionFileSchema,
} from "./session-format.ts";
import { correctEnd } from "./session-summary.ts";
import { MAX_LINE_LENGTH, MAX_NOTE_LENGTH } from "./value-schemas.ts";

const SESSION = describeFormat(SESSION_FORMAT, sessionFileSchema, { correct: correctEnd, boundsDepth: true });
const AMENDMENT = describeFormat(AMENDMENT_FORMAT, amendmentSchema, { boundsDepth: true });

export function parseSessionFile(text: string): ParseResult<SessionFile> {
  return parseVersioned(text, SESSION);
}

/** The same for JSON already parsed. */
export function parseSessionJson(json: unknown): ParseResult<SessionFile> {
  return validateVersioned(json, SESSION);
}

export function parseAmendment(text: string): ParseResult<Amendment> {
  return parseVersioned(text, AMENDMENT);
}

interface FormatOptions<T> extends Pick<VersionedFormat<T>, "boundsDepth"> {
  /** Puts right what an earlier version wrote wrong. */
  readonly correct?: (value: T) => T;
}

/**
 * A versioned format whose fields a schema checks; the reason names the first field that is wrong.
 */
export function describeFormat<T>(
  format: string,
  schema: z.ZodMiniType<T>,
  { correct = (value) => value, ...options }: FormatOptions<T> = {},
): VersionedFormat<T> {
  return {
    format,
    ...options,
    validate: (fields) => {
      const checked = z.safeParse(schema, fields);
      if (checked.success) return { type: "valid", value: correct(checked.data) };
      const issue = checked.error.issues[0];
      return { type: "foreign", why: `${issue?.path.join(".") || "it"}: ${issue?.message ?? "not as expected"}` };
    },
  };
}

/** Fields with one entry per line. */
const MULTILINE_FIELDS = new Set(["blocks", "pauses", "scores", "steps"]);

/**
 * The complete file including the final line break: readable, one step per line, for people and for version control.
 * Equal sessions give equal bytes.
 */
export function formatSessionFile(session: SessionFile): string {
  const fields = Object.entries(session).map(([name, value]) => {
    const text =
      MULTILINE_FIELDS.has(name) && Array.isArray(value) && value.length > 0
        ? `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`
        : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

export function formatAmendment(amendment: Amendment): string {
  return `${JSON.stringify(amendment, null, 2)}\n`;
}

/** A note as stored: one line without control characters; may be empty. */
export function cleanNote(text: string): string {
  return cleanText(text, MAX_NOTE_LENGTH);
}

/** Flags as stored, whatever was typed: everything written must be readable again. */
export function cleanAdjustments(flags: readonly string[]): string[] {
  return cleanLines(flags, MAX_ADJUSTMENTS);
}

/** The same for screening warnings. */
export function cleanScreeningWarnings(warnings: readonly string[]): string[] {
  return cleanLines(warnings, MAX_SCREENING_WARNINGS);
}

function cleanLines(lines: readonly string[], most: number): string[] {
  return lines.slice(0, most).map((text) => cleanText(text, MAX_LINE_LENGTH));
}

function cleanText(text: string, longest: number): string {
  const words = [...text].map((character) => (isSafeText(character) ? character : " ")).join("");
  return words
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}
