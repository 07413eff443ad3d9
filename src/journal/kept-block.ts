/** One exercise as it was dosed in a session: how it stands in the session's file, and the check of it. */
import { fieldsOf, isCount, isListOf, isName, isSeconds } from "./checks.ts";

export interface KeptDose {
  readonly sets: number;
  readonly reps: number;
  readonly restSeconds: number;
  /** The strokes of one repetition in order; none: it waited for the person. */
  readonly strokes: readonly { readonly phase: string; readonly seconds: number }[];
  /** "3 × 45 s". */
  readonly text: string;
}

export interface KeptBlock {
  readonly exercise: string;
  readonly name: string;
  readonly kind: string;
  /** The muscles. */
  readonly targets: readonly string[];
  readonly sides: "both" | "each" | "alternating";
  /** The title of its section; empty when there is none. */
  readonly section: string;
  /** Sets that the plan had of it, both sides counted. */
  readonly sets: number;
  readonly dose: KeptDose;
}

const SIDES: ReadonlySet<unknown> = new Set(["both", "each", "alternating"]);

/** Whether a value from a file is a list of blocks. */
export function areBlocks(value: unknown): value is KeptBlock[] {
  return isListOf(value, isBlock);
}

function isBlock(value: unknown): boolean {
  const block = fieldsOf(value);
  return (
    block !== null &&
    isName(block["exercise"]) &&
    isName(block["name"]) &&
    isName(block["kind"]) &&
    isListOf(block["targets"], isName) &&
    SIDES.has(block["sides"]) &&
    isName(block["section"]) &&
    isCount(block["sets"]) &&
    isDose(block["dose"])
  );
}

function isDose(value: unknown): boolean {
  const dose = fieldsOf(value);
  return (
    dose !== null &&
    isCount(dose["sets"]) &&
    isCount(dose["reps"]) &&
    isSeconds(dose["restSeconds"]) &&
    isName(dose["text"]) &&
    isListOf(dose["strokes"], (stroke) => {
      const fields = fieldsOf(stroke);
      return fields !== null && isName(fields["phase"]) && isSeconds(fields["seconds"]);
    })
  );
}
