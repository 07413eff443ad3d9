/** Damaged files of every kind: none is lost, none is a defect, and none speaks to the terminal. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect } from "vitest";
import { formatJsonEntry, JSON_EXPORT_HEAD, JSON_EXPORT_TAIL } from "../../src/journal/export/json.ts";
import { formatSessionFile } from "../../src/journal/session-text.ts";
import { findDataFolder } from "../../src/paths.ts";
import { assessment, screening } from "../assess/answers-of.ts";
import { journalOf } from "../support/example-sessions.ts";
import { other, session } from "../support/exported-sessions.ts";
import { damaged } from "./damage.ts";
import { fuzz, isKept } from "./trial.ts";

const shipped = (name: string) => readFileSync(join(findDataFolder(), name), "utf8");
const KINDS = 6;

fuzz(
  "exercises and routines",
  damaged(
    shipped("exercises/psoas-march.json"),
    shipped("exercises/pigeon-pose.json"),
    shipped("routines/desk-break.json"),
    '{ "name": "Burpee", "work": 40 }',
    '{ "name": "Circuit", "blocks": [{ "rounds": 3, "between": 15, "blocks": [{ "exercise": "squat", "reps": 10 }] }] }',
  ),
  1 / KINDS,
  async ({ lay, run, home }, bytes) => {
    const file = lay("mine.json", bytes);
    lay("routines/own.json", bytes);
    lay("exercises/pigeon-pose.json", bytes);
    await run("check", file);
    await run("plan", file);
    await run("plan", file, "--json");
    await run("list", "--json");
    await run("show", "own");
    expect(isKept(home, bytes)).toBe(true);
  },
);

fuzz(
  "settings",
  damaged(
    '{"level": "easy", "prepare": 15, "soundFor": "stretch=ticks", "historyDir": "/srv/x"}',
    "// mine\n{}",
    "[]",
    "",
  ),
  1 / KINDS,
  async ({ lay, run, home }, bytes) => {
    lay("settings.json", bytes);
    await run("config", "--json");
    await run("plan", "pigeon");
    expect(readFileSync(join(home, "settings.json")).equals(bytes)).toBe(true);
    await run("config", "set", "level", "hard");
    expect(await run("config", "get", "level")).toBe("hard\n");
    await run("config", "reset", "--yes");
    await run("config");
  },
);

fuzz(
  "sessions and amendments",
  fc.array(damaged(formatSessionFile(session), formatSessionFile(other), '{"format":"unwind-amendment","version":1}'), {
    minLength: 1,
    maxLength: 3,
  }),
  1 / KINDS,
  async ({ lay, run, home }, files) => {
    lay("sessions/2026/11/20261102T063000Z-good1234.json", formatSessionFile({ ...session, id: "good1234" }));
    for (const [index, bytes] of files.entries()) {
      lay(`sessions/2026/11/2026110${index + 2}T063000Z-abcd123${index}.json`, bytes);
      lay(`sessions/2026/11/20261102T063000Z-good1234.2026110${index + 3}T063000Z-xyz${index}.amend.json`, bytes);
    }
    const listed = JSON.parse(await run("history", "--json")) as { id: string }[];
    expect(listed.map(({ id }) => id)).toContain("good1234");
    await run("history");
    await run("history", "show", "last");
    await run("stats");
    await run("suggest", "--json");
    for (const format of ["json", "csv", "ics", "tcx"]) await run("export", "--format", format);
    for (const bytes of files) expect(isKept(home, bytes)).toBe(true);
  },
);

const { text: journal } = journalOf(
  (led, clock) => {
    led.send({ type: "start" });
    clock.advance(50_000);
  },
  { id: "journal1", startMs: Date.now() - 60_000 },
);

fuzz("journals", damaged(journal), 1 / KINDS, async ({ lay, run, home }, bytes) => {
  lay("journal/mine.jsonl", bytes);
  await run("resume", "--list", "--json");
  const listed = JSON.parse(await run("history", "--json")) as unknown[];
  await run("history", "show", "last", "--json");
  await run("note", "said later");
  await run("stats", "--json");
  // What was whole of it is a session; what was not is where it was.
  expect(isKept(home, bytes) || listed.length > 0).toBe(true);
});

fuzz(
  "tests and screenings",
  damaged(
    JSON.stringify(assessment("2026-11-22T07:30:00.000Z")),
    JSON.stringify(screening("2026-11-22T07:30:00.000Z", ["night"], "go-on")),
  ),
  1 / KINDS,
  async ({ lay, run, home }, bytes) => {
    lay("assessments/2026/11/20261122T073000Z-abcdefgh.json", bytes);
    lay("screenings/2026/11/20261122T073000Z-abcdefgh.json", bytes);
    await run("assess", "history");
    await run("assess", "history", "--json");
    await run("plan", "for-me");
    await run("plan", "psoas-release");
    expect(isKept(home, bytes)).toBe(true);
  },
);

const exported = `${JSON_EXPORT_HEAD}${[session, other].map((one, index) => formatJsonEntry(one, index === 0)).join("")}\n${JSON_EXPORT_TAIL}\n`;

fuzz(
  "imports",
  damaged(exported, JSON.stringify(JSON.parse(exported), null, 2), formatSessionFile(session)),
  1 / KINDS,
  async ({ lay, run, runReading, home }, bytes) => {
    const file = lay("given.json", bytes);
    await run("import", file);
    await runReading(bytes, "import", "-");
    const once = await run("export", "--format", "json");
    await run("import", file);
    expect(await run("export", "--format", "json")).toBe(once);
    expect(isKept(home, bytes)).toBe(true);
  },
);
