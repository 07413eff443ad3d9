/** The settings that affect plans, for those who need no others. */
import { mayHaveSettings } from "../../paths.ts";
import { PLAN_DEFAULTS, type PlanDefaults } from "../../plan/flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** The user's plan defaults. Most users have changed none, so the settings code is only loaded if needed. */
export async function loadPlanDefaults(shell: ShellEnvironment): Promise<PlanDefaults> {
  if (!mayHaveSettings(shell.env)) return PLAN_DEFAULTS;
  const { openSettings, toPlanDefaults } = await import("./settings.ts");
  return toPlanDefaults(openSettings(shell));
}

/** Whether plans are as the program's own defaults make them: most settings are of something else, such as the theme. */
export function areUsualDefaults(defaults: PlanDefaults): boolean {
  const usual: PlanDefaults = { handsFree: false, ...PLAN_DEFAULTS };
  return Object.entries({ ...usual, ...defaults }).every(([key, value]) => value === usual[key as keyof PlanDefaults]);
}
