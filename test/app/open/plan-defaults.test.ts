import { describe, expect, test } from "vitest";
import { areUsualDefaults } from "../../../src/app/open/plan-defaults.ts";
import { toPlanDefaults } from "../../../src/app/open/settings.ts";
import { PLAN_DEFAULTS } from "../../../src/plan/flags.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/settings/definitions.ts";

describe("the lengths that were worked out when the program was built", () => {
  test("hold for whoever has no setting, or settings of something else", () => {
    expect(areUsualDefaults(PLAN_DEFAULTS)).toBe(true);
    expect(areUsualDefaults(toPlanDefaults({ ...DEFAULT_SETTINGS, theme: "light", voice: "off" }))).toBe(true);
  });

  test.each<Partial<Settings>>([
    { level: "easy" },
    { firstSide: "right" },
    { prepare: 5 },
    { switch: 0 },
    { restScale: 0.5 },
    { handsFree: "on" },
  ])("do not hold with %o", (changed) => {
    expect(areUsualDefaults(toPlanDefaults({ ...DEFAULT_SETTINGS, ...changed }))).toBe(false);
  });
});
