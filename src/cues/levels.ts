/** What of a step is wanted: the general settings, and those for its phase or its kind of exercise. */
import type { Plan, Step } from "../plan/types.ts";
import { TICKS } from "./table.ts";
import type { PlacedTone } from "./tones-of-step.ts";
import type { CuePhase, CueSettings, SoundLevel } from "./types.ts";

/** Settings as they are when nothing was said: everything is heard. */
export const CUE_DEFAULTS: Omit<CueSettings, "language"> = { voice: "full", sound: "on", muted: false, byPhase: {} };

/** Whether lines of this phase are spoken. */
export function isVoiceWanted(settings: CueSettings, plan: Plan, step: Step, phase: CuePhase): boolean {
  return settings.voice !== "off" && (ownLevel(settings, plan, step, phase) ?? "on") === "on";
}

/** Whether a tone of a step sounds: by the level of its phase or kind of exercise, where that has one. */
export function isToneWanted(settings: CueSettings, plan: Plan, step: Step, { name, phase }: PlacedTone): boolean {
  if (settings.sound === "off") return false;
  const level = ownLevel(settings, plan, step, phaseOf(step, phase)) ?? settings.sound;
  return level === "on" || (level === "ticks" && TICKS.has(name));
}

function phaseOf(step: Step, phase: PlacedTone["phase"]): CuePhase {
  return step.kind === "set" ? (phase ?? "open") : step.kind;
}

function ownLevel({ byPhase }: CueSettings, plan: Plan, step: Step, phase: CuePhase): SoundLevel | undefined {
  const kind = step.kind === "set" ? plan.exercises[step.exercise]?.kind : undefined;
  return byPhase[phase] ?? (kind === undefined ? undefined : byPhase[kind as CuePhase]);
}
