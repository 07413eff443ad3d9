/** The JSON Schemas for editors, made from the definition that validates. What only code can check is left out of them. */
import * as z from "zod/mini";
import { exerciseFileSchema, routineFileSchema } from "./schema.ts";

/** The schemas by file name, as they stand in data/schema. */
export function renderSchemas(): Readonly<Record<string, string>> {
  return {
    "exercise.schema.json": renderSchema(exerciseFileSchema, "An exercise of unwind"),
    "routine.schema.json": renderSchema(routineFileSchema, "A routine of unwind"),
  };
}

function renderSchema(schema: z.ZodMiniType, title: string): string {
  // Draft 7 is what editors know best.
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
