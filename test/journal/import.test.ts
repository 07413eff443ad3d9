/** An export taken back: the same bytes, nothing twice, and nothing that is no session. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { JSON_HEAD, JSON_TAIL, jsonEntry } from "../../src/journal/export/json.ts";
import type { SessionFile } from "../../src/journal/format.ts";
import { history, wholeSession } from "../../src/journal/history.ts";
import { importLines } from "../../src/journal/import.ts";
import { type Places, placesIn } from "../../src/journal/places.ts";
import { sessionText } from "../../src/journal/session-text.ts";

/** A session with a pause, a set that was skipped, one that was cut short, answers and notes that try what they can. */
import { other, session } from "./exported.ts";

describe("JSON, out and in again", () => {
  let home: string;
  let places: Places;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "unwind-import-"));
    places = placesIn({ data: home, cache: join(home, "cache"), state: home });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const exported = (sessions: readonly SessionFile[]) =>
    `${JSON_HEAD}${sessions.map((one, index) => jsonEntry(one, index === 0)).join("")}\n${JSON_TAIL}\n`;
  async function* linesIn(text: string) {
    yield* text.replace(/\n$/, "").split("\n");
  }
  const kept = () => {
    const warn = (text: string) => {
      throw new Error(text);
    };
    return [...history(places, {}, warn)].map((found) => wholeSession(places, found, [], warn) as SessionFile);
  };

  test("export, import, export gives the same bytes, and an import twice adds nothing", async () => {
    const text = exported([other, session]);
    expect(await importLines(places, linesIn(text))).toEqual({ added: 2, known: 0, faults: [] });
    expect(exported(kept())).toBe(text);
    expect(await importLines(places, linesIn(text))).toEqual({ added: 0, known: 2, faults: [] });
    expect(exported(kept())).toBe(text);
  });

  test("a file that another program laid out anew, and a session saved by hand, are taken in as well", async () => {
    const pretty = JSON.stringify(JSON.parse(exported([other])), null, 4);
    expect(await importLines(places, linesIn(pretty))).toMatchObject({ added: 1 });
    expect(await importLines(places, linesIn(sessionText(session)))).toMatchObject({ added: 1, faults: [] });
    expect(kept()).toEqual([other, session]);
  });

  test("what cannot be taken in is named and holds up nothing else", async () => {
    const text = exported([{ ...other, startedAt: "yesterday" }, session]);
    const { added, faults } = await importLines(places, linesIn(text));
    expect(added).toBe(1);
    expect(faults).toEqual([expect.stringMatching(/^line 2: startedAt/)]);
    expect(await importLines(places, linesIn("{}"))).toMatchObject({
      added: 0,
      faults: [expect.stringContaining("no history")],
    });
    expect(await importLines(places, linesIn('{"format":"unwind-history","version":2,"sessions":[]}'))).toMatchObject({
      faults: [expect.stringContaining("later version")],
    });
    expect(readdirSync(places.sessions)).toEqual(["2026"]);
  });

  test("an import writes the very file that the journal would have written", async () => {
    await importLines(places, linesIn(exported([session])));
    const path = join(places.sessions, "2026", "11", "20261102T063000Z-abcd1234.json");
    expect(readFileSync(path, "utf8")).toBe(sessionText(session));
  });
});
