/** A session's file as text: legible, one step a line, so that a person and a version control system can read it. */
import type { Amendment, SessionFile } from "../session-format.ts";

/** Fields whose entries stand one a line. */
const MULTILINE_FIELDS = new Set(["blocks", "pauses", "steps"]);

/** The whole file, with its last line break. Equal sessions give equal bytes. */
export function formatSessionFile(session: SessionFile): string {
  const fields = Object.entries(session).map(([name, value]) => {
    const text =
      MULTILINE_FIELDS.has(name) && Array.isArray(value) && value.length > 0
        ? formatOnePerLine(value)
        : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

export function formatAmendment(amendment: Amendment): string {
  return `${JSON.stringify(amendment, null, 2)}\n`;
}

function formatOnePerLine(entries: readonly unknown[]): string {
  return `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
}
