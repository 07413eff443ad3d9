/** Which names an object at some place of a file may hold, asked of the definition itself. */
import type { $ZodType, $ZodTypes } from "zod/v4/core";
import type { JsonPath } from "../files/json-location.ts";

/** The names that the definition knows at a path; where several forms are possible, those of all of them. */
export function listKeysAt(schema: $ZodType, path: JsonPath): readonly string[] {
  let places: readonly $ZodTypes[] = expandSchema(schema);
  for (const part of path) places = places.flatMap((place) => getChildSchemas(place, part));
  return [
    ...new Set(places.flatMap((place) => (place._zod.def.type === "object" ? Object.keys(place._zod.def.shape) : []))),
  ];
}

function getChildSchemas(place: $ZodTypes, part: string | number): readonly $ZodTypes[] {
  const { def } = place._zod;
  if (def.type === "object") {
    const value = def.shape[part];
    return value ? expandSchema(value) : [];
  }
  if (def.type === "record") return expandSchema(def.valueType);
  return def.type === "array" ? expandSchema(def.element) : [];
}

/** A definition as the forms that it allows: neither optional nor a union. */
function expandSchema(schema: $ZodType): readonly $ZodTypes[] {
  const known = schema as $ZodTypes;
  const { def } = known._zod;
  if (def.type === "optional") return expandSchema(def.innerType);
  if (def.type === "union") return def.options.flatMap(expandSchema);
  return [known];
}
