/** Flags about how a session runs: each overrides its setting. */
import { Command } from "commander";
import { describe, expect, it, test } from "vitest";
import { addLeadFlags, type LeadOptions, resolveSessionExtras } from "../../../src/app/flags/session-flags.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/settings/definitions.ts";

function flags(...words: string[]): LeadOptions {
  const command = addLeadFlags(new Command("run"))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  return command.parse(words, { from: "user" }).opts();
}
const settings = (change: Record<string, unknown>) => ({ ...DEFAULT_SETTINGS, ...change }) as Settings;

describe("what is around a session", () => {
  it("is an awake display and a title, unless something else was said", () => {
    expect(resolveSessionExtras(DEFAULT_SETTINGS, flags())).toEqual({
      flash: false,
      ground: false,
      awake: true,
      notify: false,
      hooks: true,
      remote: false,
      title: true,
      stillFigures: false,
    });
  });

  it("is what the flags say before the settings", () => {
    expect(
      resolveSessionExtras(
        DEFAULT_SETTINGS,
        flags("--flash", "--ground", "--notify", "--no-awake", "--no-hooks", "--remote"),
      ),
    ).toEqual({
      flash: true,
      ground: true,
      awake: false,
      notify: true,
      hooks: false,
      remote: true,
      title: true,
      stillFigures: false,
    });
  });

  it("is what the settings say where no flag does", () => {
    const around = { flash: "on", ground: "on", awake: "off", notify: "on", hooks: "off", remote: "on" };
    const set = settings({ ...around, title: "off", motion: "off" });
    const expected = {
      flash: true,
      ground: true,
      awake: false,
      notify: true,
      hooks: false,
      remote: true,
      title: false,
      stillFigures: true,
    };
    expect(resolveSessionExtras(set, flags())).toEqual(expected);
    expect(resolveSessionExtras(set, {})).toEqual(expected);
  });
});

test("figures stand still where a flag asks for it, and move unless it does", () => {
  expect(resolveSessionExtras(DEFAULT_SETTINGS, flags("--no-motion")).stillFigures).toBe(true);
  expect(resolveSessionExtras(DEFAULT_SETTINGS, flags()).stillFigures).toBe(false);
});

test("the clock runs at most a thousand times as fast, and at least a quarter", () => {
  expect(flags("--speed", "0.25").speed).toBe(0.25);
  for (const speed of ["0.2", "1001", "", "fast"]) expect(() => flags("--speed", speed)).toThrow("from 0.25 to 1000");
});
