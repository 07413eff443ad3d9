/** An export taken back: the same bytes, nothing twice, and nothing that is no session. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatJsonEntry, JSON_EXPORT_HEAD, JSON_EXPORT_TAIL } from "../../../src/journal/export/json.ts";
import { buildJournalPaths, type JournalPaths } from "../../../src/journal/journal-paths.ts";
import { loadSession, readHistory } from "../../../src/journal/read/read-history.ts";
import type { SessionFile } from "../../../src/journal/session-format.ts";
import { formatSessionFile } from "../../../src/journal/session-text.ts";
import { importSessions } from "../../../src/journal/write/import-sessions.ts";

/** A session with a pause, a set that was skipped, one that was cut short, answers and notes that try what they can. */
import { other, session } from "../../support/exported-sessions.ts";

const fail = (text: string) => {
  throw new Error(text);
};

describe("JSON, out and in again", () => {
  let home: string;
  let places: JournalPaths;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "unwind-import-"));
    places = buildJournalPaths({ data: home, cache: join(home, "cache"), state: home });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const exported = (sessions: readonly SessionFile[]) =>
    `${JSON_EXPORT_HEAD}${sessions.map((one, index) => formatJsonEntry(one, index === 0)).join("")}\n${JSON_EXPORT_TAIL}\n`;
  async function* linesIn(text: string) {
    yield* text.replace(/\n$/, "").split("\n");
  }
  const taken = (text: string, warn: (text: string) => void = fail) =>
    importSessions(places, () => linesIn(text), warn);
  const kept = () =>
    [...readHistory(places, {}, fail)].map((found) => loadSession(places, found, [], fail) as SessionFile);

  test("export, import, export gives the same bytes, and an import twice adds nothing", async () => {
    const text = exported([other, session]);
    expect(await taken(text)).toEqual({ added: 2, alreadyPresent: 0, faults: [] });
    expect(exported(kept())).toBe(text);
    expect(await taken(text)).toEqual({ added: 0, alreadyPresent: 2, faults: [] });
    expect(exported(kept())).toBe(text);
  });

  test("a file that another program laid out anew, and a session saved by hand, are taken in as well", async () => {
    const pretty = JSON.stringify(JSON.parse(exported([other])), null, 4);
    expect(await taken(pretty)).toMatchObject({ added: 1 });
    expect(await taken(formatSessionFile(session))).toMatchObject({ added: 1, faults: [] });
    expect(kept()).toEqual([other, session]);
  });

  test("what cannot be taken in is named and holds up nothing else", async () => {
    const text = exported([{ ...other, startedAt: "yesterday" }, session]);
    const { added, faults } = await taken(text);
    expect(added).toBe(1);
    expect(faults).toEqual([expect.stringMatching(/^line 2: startedAt/)]);
    expect(await taken("{}")).toMatchObject({
      added: 0,
      faults: [expect.stringContaining("not a history")],
    });
    expect(await taken('{"format":"unwind-history","version":2,"sessions":[]}')).toMatchObject({
      faults: [expect.stringContaining("later version")],
    });
    expect(readdirSync(places.sessions)).toEqual(["2026"]);
  });

  test("an export that was cut off, at whatever line, is refused before anything is taken in", async () => {
    const lines = exported([other, session]).trimEnd().split("\n");
    for (let length = 1; length < lines.length; length += 1) {
      const cut = lines.slice(0, length).join("\n");
      await expect(taken(cut)).rejects.toThrow(/cut off/);
    }
    expect(existsSync(places.sessions)).toBe(false);
  });

  test("a session whose file is damaged is taken in anew, and what is damaged is set aside and named", async () => {
    const text = exported([other, session]);
    await taken(text);
    const [first] = [...readHistory(places, {}, fail)];
    const path = join(first?.files?.folder ?? "", first?.files?.name ?? "");
    writeFileSync(path, readFileSync(path, "utf8").slice(0, 300));
    const warnings: string[] = [];
    expect(await taken(text, (warning) => warnings.push(warning))).toEqual({ added: 1, alreadyPresent: 1, faults: [] });
    expect(warnings).toEqual([expect.stringMatching(/is damaged .*set aside/)]);
    expect(readdirSync(places.damaged)).toHaveLength(1);
    expect(exported(kept())).toBe(text);
  });

  test("a file that a later version wrote is not written over", async () => {
    await taken(exported([session]));
    const path = join(places.sessions, "2026", "11", "20261102T063000Z-abcd1234.json");
    const later = readFileSync(path, "utf8").replace('"version": 1', '"version": 2');
    writeFileSync(path, later);
    const warnings: string[] = [];
    const { added, faults } = await taken(exported([session]), (warning) => warnings.push(warning));
    expect({ added, faults, warnings }).toEqual({
      added: 0,
      faults: [expect.stringContaining("cannot be read")],
      warnings: [expect.stringContaining("later version")],
    });
    expect(readFileSync(path, "utf8")).toBe(later);
  });

  test("an import writes the very file that the journal would have written", async () => {
    await taken(exported([session]));
    const path = join(places.sessions, "2026", "11", "20261102T063000Z-abcd1234.json");
    expect(readFileSync(path, "utf8")).toBe(formatSessionFile(session));
  });
});
