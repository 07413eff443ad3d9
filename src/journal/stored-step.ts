/** A step as it stands in a session's file, and the check of it. */
import { asFields, isCount, isListOf, isSeconds, isShortText } from "./value-checks.ts";

/** Seconds under tension by side; `both` for what works both sides at once. A side without any is left out. */
export interface Tension {
  left?: number;
  right?: number;
  both?: number;
}

/** A step that ended: the attempt at it that counts. */
export interface StoredStep {
  /** Its place in the plan, from 0. */
  readonly index: number;
  readonly kind: "prepare" | "set" | "switch" | "rest";
  readonly exercise: string;
  /** Its place among the session's blocks, from 0. */
  readonly block: number;
  readonly side: "left" | "right" | null;
  readonly set: { readonly index: number; readonly of: number };
  /** Repetitions done, and planned. */
  readonly reps: number;
  readonly plannedReps: number;
  /** null: it waited for the person. */
  readonly plannedSeconds: number | null;
  readonly actualSeconds: number;
  readonly how: "completed" | "skipped" | "quit";
  /** Sets only. */
  readonly tension?: Tension;
}

const STEP_KINDS: ReadonlySet<unknown> = new Set(["prepare", "set", "switch", "rest"]);
const STEP_ENDINGS: ReadonlySet<unknown> = new Set(["completed", "skipped", "quit"]);

/** Whether a value from a file is a list of steps. */
export function isStoredStepList(value: unknown): value is StoredStep[] {
  return isListOf(value, isStoredStep);
}

function isStoredStep(value: unknown): boolean {
  const step = asFields(value);
  const set = asFields(step?.["set"]);
  if (step === null || set === null) return false;
  const { side, plannedSeconds, tension } = step;
  return (
    STEP_KINDS.has(step["kind"]) &&
    STEP_ENDINGS.has(step["how"]) &&
    isShortText(step["exercise"]) &&
    (side === null || side === "left" || side === "right") &&
    isCount(step["index"]) &&
    isCount(step["block"]) &&
    isCount(step["reps"]) &&
    isCount(step["plannedReps"]) &&
    isCount(set["index"]) &&
    isCount(set["of"]) &&
    isSeconds(step["actualSeconds"]) &&
    (plannedSeconds === null || isSeconds(plannedSeconds)) &&
    (tension === undefined || isTension(tension))
  );
}

function isTension(value: unknown): boolean {
  const tension = asFields(value);
  if (tension === null) return false;
  const { left = 0, right = 0, both = 0 } = tension;
  return isSeconds(left) && isSeconds(right) && isSeconds(both);
}
