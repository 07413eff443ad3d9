/** What `unwind doctor` finds in folders, settings and files. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ShellEnvironment } from "../../../src/app/shell-environment.ts";
import { examineFiles, examineFolders, examineSettings } from "../../../src/commands/doctor/examine-files.ts";
import { DEFAULT_SETTINGS } from "../../../src/settings/definitions.ts";
import { exerciseFile, temporaryFolder, write } from "../../support/catalog-files.ts";

const shellOf = (home: string, env: Record<string, string> = {}) =>
  ({ env: { UNWIND_HOME: home, ...env } }) as unknown as ShellEnvironment;

test("an empty machine has nothing wrong with it", async () => {
  const shell = shellOf(path.join(temporaryFolder(), "new"));
  const { settings, section } = examineSettings(shell);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  const sections = [section, examineFolders(settings, shell), await examineFiles(shell)];
  const findings = sections.flatMap((one) => one.findings);
  expect(findings.filter(({ isFault }) => isFault)).toEqual([]);
  expect(findings.map(({ text }) => text)).toContain("24 exercises, 12 routines; 0 of them yours");
});

test("settings that were changed are named, a damaged file and a wrong variable are faults", () => {
  const home = temporaryFolder();
  writeFileSync(path.join(home, "settings.json"), '{"level": "easy", "historyDir": "/secret/place"}');
  const changed = examineSettings(shellOf(home, { UNWIND_VOLUME: "10" })).section;
  expect(changed.findings.find(({ label }) => label === "Changed")?.text).toBe(
    "level easy, volume 10 (UNWIND_VOLUME), historyDir (a folder)",
  );
  writeFileSync(path.join(home, "settings.json"), "{");
  expect(examineSettings(shellOf(home)).section.findings.filter(({ isFault }) => isFault)).toHaveLength(1);
  const wrong = examineSettings(shellOf(home, { UNWIND_LEVEL: "silly" }));
  expect(wrong.settings).toEqual(DEFAULT_SETTINGS);
  expect(wrong.section.findings.at(-1)).toMatchObject({ isFault: true, text: expect.stringContaining("UNWIND_LEVEL") });
});

test("a file with faults is named with their number, a good one is counted", async () => {
  const home = temporaryFolder();
  write(home, "exercises/calf.json", exerciseFile({}));
  const bad = write(home, "exercises/bad.json", "{");
  const { findings } = await examineFiles(shellOf(home));
  expect(findings[0]?.text).toBe("25 exercises, 12 routines; 1 of them yours");
  expect(findings[1]).toEqual({ label: "Skipped", text: `${bad}: one fault; see: unwind check ${bad}`, isFault: true });
});

test("a file in the place of a folder is a fault, and rights are shown", () => {
  const home = temporaryFolder();
  mkdirSync(path.join(home, "cache"));
  chmodSync(path.join(home, "cache"), 0o755);
  writeFileSync(path.join(home, "sessions"), "");
  const { findings } = examineFolders(DEFAULT_SETTINGS, shellOf(home));
  expect(findings.find(({ label }) => label === "Sessions")).toMatchObject({ isFault: true });
  expect(findings.find(({ label }) => label === "Cache")?.text).toMatch(/rights 755$/);
});
