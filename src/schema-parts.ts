/** What the definitions of all files share: descriptions for editors, text that is safe to show, ids. */
import * as z from "zod/mini";
import { LIMITS } from "./limits.ts";
import { isSafeText } from "./text/safe-text.ts";

// Compiling a validator for each shape costs more at start than the few dozen files it would speed up.
z.config({ jitless: true });

/** The same definition with a word for the JSON Schema that editors show. */
export function withDescription<T extends z.ZodMiniType>(schema: T, description: string): T {
  const copy = z.clone(schema);
  z.globalRegistry.add(copy, { description });
  return copy;
}

/** A field that may be left out, with its description. */
export function describeOptional<T extends z.ZodMiniType>(schema: T, description: string): z.ZodMiniOptional<T> {
  return withDescription(z.optional(schema), description);
}

const createTextSchema = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(max),
    // Text from files is data and is shown as it is, so it may hold nothing that a terminal would act on.
    z.refine(isSafeText, "no control characters"),
    z.refine((value) => value.trim() === value, "no space at either end"),
  );

export const shortTextSchema = createTextSchema(LIMITS.line);
export const paragraphSchema = createTextSchema(LIMITS.paragraph);
export const paragraphListSchema = z.array(paragraphSchema).check(z.maxLength(LIMITS.list));
export const shortTextListSchema = z.array(shortTextSchema).check(z.maxLength(LIMITS.list));

export const idSchema = z
  .string()
  .check(
    z.maxLength(64),
    z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "small letters, figures and single hyphens, such as psoas-march"),
  );
