/** What of a step is wanted: the general settings, and those for its phase or its kind of exercise. */
import type { Plan, Step } from "../plan/types.ts";
import { TICK_TONES } from "./cue-table.ts";
import type { PlacedTone } from "./step-tones.ts";
import type { CueCategory, CueSettings, SoundLevel } from "./types.ts";

/** Settings as they are when nothing was said: everything is heard. */
export const DEFAULT_CUE_SETTINGS: Omit<CueSettings, "language"> = {
  voice: "full",
  sound: "on",
  muted: false,
  byCategory: {},
};

/** Whether lines of this phase are spoken. */
export function isSpeechEnabled(settings: CueSettings, plan: Plan, step: Step, phase: CueCategory): boolean {
  return settings.voice !== "off" && (findLevelOverride(settings, plan, step, phase) ?? "on") === "on";
}

/** Whether a tone of a step sounds: by the level of its phase or kind of exercise, where that has one. */
export function isToneEnabled(settings: CueSettings, plan: Plan, step: Step, { name, phase }: PlacedTone): boolean {
  if (settings.sound === "off") return false;
  const level = findLevelOverride(settings, plan, step, cueCategoryOf(step, phase)) ?? settings.sound;
  return level === "on" || (level === "ticks" && TICK_TONES.has(name));
}

function cueCategoryOf(step: Step, phase: PlacedTone["phase"]): CueCategory {
  return step.kind === "set" ? (phase ?? "open") : step.kind;
}

function findLevelOverride(
  { byCategory }: CueSettings,
  plan: Plan,
  step: Step,
  phase: CueCategory,
): SoundLevel | undefined {
  const kind = step.kind === "set" ? plan.exercises[step.exercise]?.kind : undefined;
  return byCategory[phase] ?? (kind === undefined ? undefined : byCategory[kind as CueCategory]);
}
