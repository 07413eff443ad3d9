/** A session without a screen, before its first step. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { leadSession } from "../../../src/app/session/lead-session.ts";
import type { ShellEnvironment } from "../../../src/app/shell-environment.ts";
import { DEFAULT_SETTINGS } from "../../../src/settings/definitions.ts";
import { planOf, spoken } from "../../cues/support.ts";
import { hold } from "../../support/content.ts";

const SILENT = { ...DEFAULT_SETTINGS, sound: "off", voice: "off", awake: "off" } as unknown as typeof DEFAULT_SETTINGS;

/** Surroundings with a home of their own, and what is written there. */
function createSurroundings(ending = new AbortController()) {
  const home = mkdtempSync(join(tmpdir(), "unwind-lead-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const written: string[] = [];
  const shell: ShellEnvironment = {
    stdin: Readable.from([]),
    stdout: new Writable(),
    stderr: new Writable(),
    env: { UNWIND_HOME: home },
    signal: ending.signal,
    stop: () => ending.abort(),
    write: (text) => void written.push(text),
    error: (line) => void written.push(line),
    columns: 80,
    colour: false,
  };
  return { home, written, shell };
}

test("who asks to stop before a session has begun is not trained: nothing is told, and nothing kept", async () => {
  const ending = new AbortController();
  ending.abort();
  const { home, written, shell } = createSurroundings(ending);
  const plan = planOf([spoken({ pattern: hold(20) })]);
  const finished = await leadSession({ plan, settings: SILENT, adjustments: [] }, { json: true, speed: 1000 }, shell);
  expect([finished, written, readdirSync(home)]).toEqual([false, [], []]);
});

test("a session whose file cannot be written stays in its journal, with the code for that, once its hooks are done", async () => {
  const { home, written, shell } = createSurroundings();
  // A file where the folder should be fails for every user, root too.
  writeFileSync(join(home, "sessions"), "");
  mkdirSync(join(home, "hooks"));
  writeFileSync(join(home, "hooks", "session-ended"), "#!/bin/sh\nsleep 0.2; touch ../called\n", { mode: 0o755 });
  const plan = planOf([spoken({ pattern: hold(20) })]);
  const ended = leadSession({ plan, settings: SILENT, adjustments: [] }, { json: true, speed: 1000 }, shell);
  await expect(ended).rejects.toMatchObject({ exitCode: 73 });
  expect(written.at(-1)).toMatch(/stays in .*journal.* until it can be saved/);
  expect(readdirSync(join(home, "journal"))).toHaveLength(1);
  expect(readdirSync(home)).toContain("called");
});
