/** What a figure may look like in an exercise file: the poses, the strokes that end in them, and the things around. */

import * as z from "zod/mini";
import { described, id } from "../schema-parts.ts";
import { PHASES } from "../terms.ts";

/** Poses and things of one figure: far more than any exercise needs. */
const MOST = 12;

const coordinate = z.number().check(z.gte(-200), z.lte(200));

const place = z
  .array(coordinate)
  .check(
    z.minLength(2, "x and y, or x, y and z, in a list of numbers"),
    z.maxLength(3, "x and y, or x, y and z, in a list of numbers"),
  );

const limbs = z.strictObject({
  shoulder: z.optional(place),
  elbow: z.optional(place),
  hand: z.optional(place),
  hip: z.optional(place),
  knee: z.optional(place),
  ankle: z.optional(place),
  toe: z.optional(place),
});

const pose = z.strictObject({
  like: described(z.optional(id), "An earlier pose; this one gives only what differs from it."),
  swap: described(z.optional(id), "An earlier pose with left and right exchanged; in place of all else."),
  head: described(z.optional(place), "The middle of the head."),
  neck: described(z.optional(place), "The middle between the shoulders."),
  waist: described(z.optional(place), "Where the spine bends; half-way between neck and pelvis when left out."),
  pelvis: described(z.optional(place), "The middle between the hip joints."),
  near: described(z.optional(limbs), "The limbs of the side that works: the one towards the viewer."),
  far: described(z.optional(limbs), "The limbs of the other side."),
  things: described(z.optional(z.record(id, place)), "Where things are that move with the body, by name."),
});

const name = described(id, "The name of a pose.");

const cycle = z.strictObject({
  between: described(z.tuple([name, name]), "Two poses to go to and fro between."),
  seconds: described(z.number().check(z.gte(0.25), z.lte(60)), "How long one way takes."),
});

const ending = z.optional(z.union([name, cycle], "the name of a pose, or two poses to go to and fro between"));

const phases = z.strictObject({
  concentric: ending,
  eccentric: ending,
  "pause-top": ending,
  "pause-bottom": ending,
  hold: ending,
  work: ending,
  roll: ending,
  contract: ending,
  relax: ending,
  stretch: ending,
  open: ending,
});

const arrowPhase = z.enum(PHASES);

const joint = z.enum(["shoulder", "elbow", "hand", "hip", "knee", "ankle", "toe"]);

const prop = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bar"), from: place, to: place }),
  z.strictObject({ kind: z.literal("wall"), from: place, to: place }),
  z.strictObject({ kind: z.literal("table"), from: place, to: place }),
  z.strictObject({ kind: z.literal("mat"), from: place, to: place }),
  z.strictObject({ kind: z.literal("band"), joint: described(joint, "The joint of both sides that it joins.") }),
  z.strictObject({
    kind: z.literal("roller"),
    name: described(z.optional(id), "The name that poses move it by; roller when left out."),
    at: place,
    along: described(z.optional(place), "From one end of it to the other; left out when it is seen from its end."),
    radius: z.number().check(z.gt(0), z.lte(20)),
  }),
  z.strictObject({
    kind: z.literal("arrow"),
    from: place,
    to: place,
    during: described(z.array(arrowPhase).check(z.minLength(1)), "The strokes in which it is shown."),
  }),
]);

const view = z.strictObject({
  turn: described(
    z.optional(z.number().check(z.gte(-90), z.lte(90))),
    "Degrees that the person is turned to the viewer.",
  ),
  tilt: described(z.optional(z.number().check(z.gte(0), z.lte(90))), "Degrees that the viewer looks down."),
});

const few = (count: number) => count >= 1 && count <= MOST;

/**
 * Places are in units of which a standing person measures 50: x to where the person looks, y up from the floor, z to the
 * viewer. A joint without z is as near to the viewer as the joint that carries it.
 */
export const figureShape = z.strictObject({
  view: described(z.optional(view), "Where it is seen from; straight from the side when left out."),
  poses: described(
    z.record(id, pose).check(z.refine((poses) => few(Object.keys(poses).length), `1 to ${MOST} poses`)),
    "Poses by name; the first is the position before the first stroke.",
  ),
  phases: described(phases, "The pose that each stroke ends in."),
  props: described(z.optional(z.array(prop).check(z.maxLength(MOST))), "What is used: bar, roller, band, table."),
});

export type FigureFile = z.infer<typeof figureShape>;
export type PoseFile = z.infer<typeof pose>;
export type LimbsFile = z.infer<typeof limbs>;
export type PropFile = z.infer<typeof prop>;
