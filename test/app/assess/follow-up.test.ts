/** What follows from a test, with sessions and tests of the weeks before it on the disk. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFollowUp } from "../../../src/app/assess/follow-up.ts";
import { openAssessContext } from "../../../src/app/open/assessments.ts";
import type { ShellEnvironment } from "../../../src/app/shell-environment.ts";
import type { Assessment } from "../../../src/assess/stored-record.ts";
import { DAY_MS, formatTimestamp } from "../../../src/calendar.ts";
import { loadCatalog } from "../../../src/catalog/load-catalog.ts";
import { writeFileAtomically } from "../../../src/files/write.ts";
import { createId, sessionPath } from "../../../src/journal/journal-paths.ts";
import { findDataFolder } from "../../../src/paths.ts";
import { DEFAULT_SETTINGS } from "../../../src/settings/definitions.ts";
import { answers, assessment } from "../../assess/answers-of.ts";
import { sessionOf } from "../../support/example-sessions.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

let home: string;
let shell: ShellEnvironment;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-follow-"));
  shell = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: { UNWIND_HOME: home },
    signal: new AbortController().signal,
    stop: () => {},
    write: () => {},
    error: () => {},
    columns: 80,
    colour: false,
  };
});
afterEach(() => rmSync(home, { recursive: true }));

const SHORT = { left: answers({ thigh: "above" }) };

/** What follows now, after sessions so many days ago of this tightness each. */
function follows(
  sessions: readonly (readonly [daysAgo: number, tightness: number])[],
  now: Assessment | null = null,
  kind = "stretch",
) {
  const open = openAssessContext(shell, DEFAULT_SETTINGS);
  const template = sessionOf();
  for (const [daysAgo, tightness] of sessions) {
    const startedAt = formatTimestamp(open.nowEpochMs - daysAgo * DAY_MS);
    const blocks = template.blocks.map((block) => ({ ...block, kind, targets: ["Iliopsoas"] }));
    const session = { ...template, id: createId(), startedAt, endedAt: startedAt, tightness, blocks };
    writeFileAtomically(sessionPath(join(home, "sessions"), session), JSON.stringify(session), { durable: false });
  }
  return createFollowUp(open, DEFAULT_SETTINGS, catalog, shell)(now).map(({ text }) => text);
}

test("three weeks without change: it is said, with the guide's advice for tension that persists", () => {
  const said = follows([
    [20, 6],
    [12, 6],
    [2, 6],
  ]);
  expect(said[0]).toBe("When tension persists");
  expect(said[1]).toBe("Three weeks with 3 sessions, and no change: tightness 6 then, 6 now.");
  expect(said.join("\n")).toMatch(/manual therapy[\s\S]*professional[\s\S]*Strengthen the psoas/);
});

test("what eases earns no word", () => {
  expect(
    follows([
      [20, 6],
      [12, 5],
      [2, 3],
    ]),
  ).toEqual([]);
});

test("a test points to the plan that follows from it, unless no side may be worked", () => {
  const at = formatTimestamp(openAssessContext(shell, DEFAULT_SETTINGS).nowEpochMs);
  expect(follows([], assessment(at, SHORT))[1]).toContain("unwind run for-me");
  const pain = answers({ pain: "hip" });
  expect(follows([], assessment(at, { left: pain, right: pain }))).toEqual([]);
});

test("a test that finds the same as three weeks ago counts, also the one of this moment", () => {
  const open = openAssessContext(shell, DEFAULT_SETTINGS);
  open.store.addAssessment(assessment(formatTimestamp(open.nowEpochMs - 25 * DAY_MS), SHORT));
  const now = { ...assessment(formatTimestamp(open.nowEpochMs), SHORT), id: "bbbbbbbb" };
  const said = follows(
    [
      [20, 6],
      [12, 6],
      [2, 6],
    ],
    now,
  );
  expect(said.join("\n")).toContain("tightness 6 then, 6 now, the test finds the same.");
});

test("rolling and testing alone are no work of the hip: nothing is said of three weeks of them", () => {
  const weeks = [
    [20, 6],
    [12, 6],
    [2, 6],
  ] as const;
  expect(follows(weeks, null, "massage")).toEqual([]);
  expect(follows(weeks, null, "assessment")).toEqual([]);
});
