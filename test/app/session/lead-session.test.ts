/** A session without a screen, before its first step. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
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

test("who asks to stop before a session has begun is not trained: nothing is told, and nothing kept", async () => {
  const home = mkdtempSync(join(tmpdir(), "unwind-lead-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const written: string[] = [];
  const ending = new AbortController();
  ending.abort();
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
  const plan = planOf([spoken({ pattern: hold(20) })]);
  const finished = await leadSession({ plan, settings: SILENT, adjustments: [] }, { json: true, speed: 1000 }, shell);
  expect([finished, written, readdirSync(home)]).toEqual([false, [], []]);
});
