/** Objects of stored files: checked fast, and kept with the fields that this version does not know. */
import * as z from "zod/mini";
import * as core from "zod/v4/core";
import { LIMITS } from "../limits.ts";

/**
 * The objects of zod/mini with the compiled check of zod itself, which is faster by a third: a second in a history of ten
 * thousand sessions. zod itself takes longer to load than that saves elsewhere.
 */
const CompiledObject = core.$constructor("ZodMiniObject", (inst, def) => {
  for (const trait of [core.$ZodObjectJIT, z.ZodMiniType]) {
    const initialise = trait.init as unknown as (inst: unknown, def: unknown) => void;
    initialise(inst, def);
  }
  Object.defineProperty(inst, "shape", { value: (def as core.$ZodObjectDef).shape });
});

/** A field that this version does not know: it stays, unless it is too deep to be written again. */
const unknownFieldSchema = z.unknown().check(z.refine((value) => isShallow(value, LIMITS.depth), "nested too deeply"));

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((child) => isShallow(child, levels - 1));
}

/** An object that may have more fields than these. */
export function openObject<const T extends core.$ZodLooseShape>(shape: T): z.ZodMiniObject<T, core.$loose> {
  const definition = { type: "object", shape, catchall: unknownFieldSchema };
  return new CompiledObject(definition) as unknown as z.ZodMiniObject<T, core.$loose>;
}
