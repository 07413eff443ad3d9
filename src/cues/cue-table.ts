/** Maps each kind of moment in a session to its tone, and decides which cues the settings enable. */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import type { ToneName } from "./tones.ts";
import type { CueCategory, CueSettings, SoundLevel } from "./types.ts";

interface ToneRule {
  readonly tone: ToneName | "by-phase";
  /** When two tones would overlap, the one with the lower number is played; if they are equal, the earlier one. */
  readonly priority: number;
  /** On time or not at all: it is never delayed by another tone at the same moment. */
  readonly exact?: true;
}

/**
 * One tone per moment, in the order in which they are played when moments coincide: when a set ends and its rest starts,
 * "set-end" is heard and, after a short silence, "rest". Tones that no longer fit are dropped. If one set starts as
 * another ends, only "go" is played (see `hasEndTone`).
 */
const TONE_RULES = {
  "time-is-up": { tone: "time-up", priority: 0 },
  "set-ends": { tone: "set-end", priority: 1 },
  "session-ends": { tone: "done", priority: 4 },
  "rest-starts": { tone: "rest", priority: 4 },
  "switch-starts": { tone: "switch", priority: 4 },
  "set-starts": { tone: "go", priority: 1 },
  "count-in": { tone: "get-ready", priority: 2, exact: true },
  "count-down": { tone: "last-seconds", priority: 2, exact: true },
  "half-way": { tone: "half-way", priority: 4 },
  "ten-seconds": { tone: "ten-seconds", priority: 4 },
  stroke: { tone: "by-phase", priority: 3 },
  "rep-starts": { tone: "rep", priority: 5 },
  "last-rep-starts": { tone: "last-rep", priority: 5 },
} as const satisfies Readonly<Record<string, ToneRule>>;

/** A kind of moment at which a tone may sound. */
export type CueMomentName = keyof typeof TONE_RULES;

export const TONE_TABLE: Readonly<Record<CueMomentName, ToneRule>> = TONE_RULES;

/** Which of two simultaneous moments is heard first. */
export const CUE_MOMENT_ORDER: readonly CueMomentName[] = Object.keys(TONE_TABLE) as CueMomentName[];

/** The tone of every stroke: rising as the muscle shortens, level as it holds, falling as it lengthens. */
export const STROKE_TONES: Readonly<Record<Phase, ToneName>> = {
  concentric: "concentric",
  eccentric: "eccentric",
  "pause-top": "hold",
  "pause-bottom": "hold",
  hold: "hold",
  work: "work",
  roll: "roll",
  contract: "contract",
  relax: "relax",
  stretch: "stretch",
  inhale: "inhale",
  exhale: "exhale",
};

/** The tones that remain with `ticks`: the count, what it counts down to, and confirmations of key presses. */
const TICK_TONES: ReadonlySet<ToneName> = new Set([
  "get-ready",
  "last-seconds",
  "go",
  "set-end",
  "time-up",
  "paused",
  "resumed",
  "done",
]);

/** The tone of a moment; a stroke's depends on its phase. */
export function toneOfMoment(moment: CueMomentName, phase: Phase | null): ToneName {
  const { tone } = TONE_TABLE[moment];
  return tone === "by-phase" ? STROKE_TONES[phase ?? "hold"] : tone;
}

/** Whether phrases of this category are spoken. */
export function isSpeechEnabled(settings: CueSettings, plan: Plan, step: Step, category: CueCategory): boolean {
  return (findLevelOverride(settings, plan, step, category) ?? "on") === "on";
}

/** Whether a tone of a step is played. A level set for its phase or kind of exercise comes first. */
export function isToneEnabled(
  settings: CueSettings,
  plan: Plan,
  step: Step,
  { name, phase }: { readonly name: ToneName; readonly phase: Phase | null },
): boolean {
  if (settings.sound === "off") return false;
  const category = step.kind === "set" ? (phase ?? "open") : step.kind;
  const level = findLevelOverride(settings, plan, step, category) ?? settings.sound;
  return level === "on" || (level === "ticks" && TICK_TONES.has(name));
}

function findLevelOverride(
  { byCategory }: CueSettings,
  plan: Plan,
  step: Step,
  category: CueCategory,
): SoundLevel | undefined {
  const kind = step.kind === "set" ? plan.exercises[step.exercise]?.kind : undefined;
  return byCategory[category] ?? byCategory[kind as CueCategory];
}
