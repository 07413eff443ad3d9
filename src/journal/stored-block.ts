/** One exercise as it was dosed in a session: how it stands in the session's file, and the check of it. */
import { asFields, isCount, isListOf, isSeconds, isShortText } from "./value-checks.ts";

export interface StoredDose {
  readonly sets: number;
  readonly reps: number;
  readonly restSeconds: number;
  /** The strokes of one repetition in order; none: it waited for the person. */
  readonly strokes: readonly { readonly phase: string; readonly seconds: number }[];
  /** "3 × 45 s". */
  readonly text: string;
}

export interface StoredBlock {
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
  readonly dose: StoredDose;
}

const SIDES: ReadonlySet<unknown> = new Set(["both", "each", "alternating"]);

/** Whether a value from a file is a list of blocks. */
export function isStoredBlockList(value: unknown): value is StoredBlock[] {
  return isListOf(value, isStoredBlock);
}

function isStoredBlock(value: unknown): boolean {
  const block = asFields(value);
  return (
    block !== null &&
    isShortText(block["exercise"]) &&
    isShortText(block["name"]) &&
    isShortText(block["kind"]) &&
    isListOf(block["targets"], isShortText) &&
    SIDES.has(block["sides"]) &&
    isShortText(block["section"]) &&
    isCount(block["sets"]) &&
    isStoredDose(block["dose"])
  );
}

function isStoredDose(value: unknown): boolean {
  const dose = asFields(value);
  return (
    dose !== null &&
    isCount(dose["sets"]) &&
    isCount(dose["reps"]) &&
    isSeconds(dose["restSeconds"]) &&
    isShortText(dose["text"]) &&
    isListOf(dose["strokes"], (stroke) => {
      const fields = asFields(stroke);
      return fields !== null && isShortText(fields["phase"]) && isSeconds(fields["seconds"]);
    })
  );
}
