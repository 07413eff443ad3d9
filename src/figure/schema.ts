/** The schema of a figure in an exercise file: poses, the phases that end in them, and props. */
import * as z from "zod/mini";
import { describeOptional, idSchema, withDescription } from "../schema-parts.ts";
import { PHASES } from "../terms.ts";

/** Maximum poses, and maximum props, of a figure: far more than any exercise needs. */
const MAX_ENTRIES = 12;

const coordinateSchema = z.number().check(z.gte(-200), z.lte(200));

const pointSchema = z
  .array(coordinateSchema)
  .check(
    z.minLength(2, "x and y, or x, y and z, in a list of numbers"),
    z.maxLength(3, "x and y, or x, y and z, in a list of numbers"),
  );

const JOINTS = ["shoulder", "elbow", "hand", "hip", "knee", "ankle", "toe"] as const;

/** An object that may have each of these names, all with values of one kind. */
const createOptionalFields = <const N extends string, T extends z.ZodMiniType>(names: readonly N[], value: T) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.optional(value)])) as Record<N, z.ZodMiniOptional<T>>);

const limbsSchema = createOptionalFields(JOINTS, pointSchema);

const poseSchema = z.strictObject({
  like: describeOptional(idSchema, "An earlier pose; this one gives only what differs from it."),
  swap: describeOptional(idSchema, "An earlier pose with left and right exchanged; in place of all else."),
  head: describeOptional(pointSchema, "The middle of the head."),
  neck: describeOptional(pointSchema, "The middle between the shoulders."),
  waist: describeOptional(pointSchema, "Where the spine bends; halfway between neck and pelvis when left out."),
  pelvis: describeOptional(pointSchema, "The middle between the hip joints."),
  near: describeOptional(limbsSchema, "The limbs of the side that works: the one towards the viewer."),
  far: describeOptional(limbsSchema, "The limbs of the other side."),
  things: describeOptional(z.record(idSchema, pointSchema), "Where things are that move with the body, by name."),
});

const poseNameSchema = withDescription(idSchema, "The name of a pose.");

const cycleSchema = z.strictObject({
  between: withDescription(z.tuple([poseNameSchema, poseNameSchema]), "Two poses to go to and fro between."),
  seconds: withDescription(z.number().check(z.gte(0.25), z.lte(60)), "How long one way takes."),
});

const endingSchema = z.union(
  [poseNameSchema, cycleSchema],
  "the name of a pose, or two poses to go to and fro between",
);

const propSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bar"), from: pointSchema, to: pointSchema }),
  z.strictObject({ kind: z.literal("wall"), from: pointSchema, to: pointSchema }),
  z.strictObject({ kind: z.literal("table"), from: pointSchema, to: pointSchema }),
  z.strictObject({ kind: z.literal("mat"), from: pointSchema, to: pointSchema }),
  z.strictObject({
    kind: z.literal("band"),
    joint: withDescription(z.enum(JOINTS), "The joint of both sides that it joins."),
  }),
  z.strictObject({
    kind: z.literal("roller"),
    name: describeOptional(idSchema, "The name that poses move it by; roller when left out."),
    at: pointSchema,
    along: describeOptional(pointSchema, "From one end of it to the other; left out when it is seen from its end."),
    radius: z.number().check(z.gt(0), z.lte(20)),
  }),
  z.strictObject({
    kind: z.literal("arrow"),
    from: pointSchema,
    to: pointSchema,
    during: withDescription(z.array(z.enum(PHASES)).check(z.minLength(1)), "The strokes in which it is shown."),
  }),
]);

const viewSchema = z.strictObject({
  turn: describeOptional(z.number().check(z.gte(-90), z.lte(90)), "Degrees that the person is turned to the viewer."),
  tilt: describeOptional(z.number().check(z.gte(0), z.lte(90)), "Degrees that the viewer looks down."),
});

const isAllowedCount = (count: number) => count >= 1 && count <= MAX_ENTRIES;

/**
 * Coordinates are in units; a standing person is 50 units tall. x points where the person faces, y up from the floor, z
 * to the viewer. A joint without z is as close to the viewer as its parent joint.
 */
export const figureShape = z.strictObject({
  view: describeOptional(viewSchema, "Where it is seen from; straight from the side when left out."),
  poses: withDescription(
    z
      .record(idSchema, poseSchema)
      .check(z.refine((poses) => isAllowedCount(Object.keys(poses).length), `1 to ${MAX_ENTRIES} poses`)),
    "Poses by name; the first is the position before the first stroke.",
  ),
  phases: withDescription(
    createOptionalFields([...PHASES, "open"], endingSchema),
    "The pose that each stroke ends in.",
  ),
  props: describeOptional(
    z.array(propSchema).check(z.maxLength(MAX_ENTRIES)),
    "What is used: bar, roller, band, table.",
  ),
});

export type FigureDefinition = z.infer<typeof figureShape>;
export type PoseDefinition = z.infer<typeof poseSchema>;
export type LimbsDefinition = z.infer<typeof limbsSchema>;
export type PropDefinition = z.infer<typeof propSchema>;
