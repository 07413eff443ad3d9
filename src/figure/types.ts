/**
 * A figure as it is drawn: a body in named poses, what it holds or lies on, and which pose each stroke ends in.
 *
 * Lengths are units of which a standing person measures 50; x runs to where the person looks, y up from the floor, z
 * towards the viewer. The near side is the one that works: the right one as written, the left one mirrored.
 */
import type { Phase } from "../terms.ts";

export type Point = readonly [x: number, y: number, z: number];

/** The joints of one arm and one leg. */
export interface Limbs {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly hand: Point;
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly toe: Point;
}

export type LimbJoint = keyof Limbs;

export interface Pose {
  readonly head: Point;
  /** Between the shoulders. */
  readonly neck: Point;
  /** Where the spine bends. */
  readonly waist: Point;
  /** Between the hip joints. */
  readonly pelvis: Point;
  readonly near: Limbs;
  readonly far: Limbs;
  /** Where things are that move with the body, by name. */
  readonly things: Readonly<Record<string, Point>>;
}

/** Two poses that a stroke goes to and fro between. */
export interface PoseCycle {
  readonly between: readonly [string, string];
  /** Seconds of one way. */
  readonly seconds: number;
}

/** A thing is fixed, or follows the place that each pose gives to its name. */
export type Prop =
  | { readonly kind: "bar" | "wall"; readonly from: Point; readonly to: Point }
  /** A cylinder; `along` is the other end of its axis, from its own place. */
  | {
      readonly kind: "roller";
      readonly name: string;
      readonly at: Point;
      readonly along: Point;
      readonly radius: number;
    }
  | { readonly kind: "band"; readonly joint: LimbJoint }
  | { readonly kind: "table" | "mat"; readonly from: Point; readonly to: Point }
  /** Where the effort or the pull goes; shown in these strokes only. */
  | { readonly kind: "arrow"; readonly from: Point; readonly to: Point; readonly during: readonly Phase[] };

export interface BodyFigure {
  /** Degrees by which the person is turned towards the viewer, and by which the viewer looks down. */
  readonly view: { readonly turn: number; readonly tilt: number };
  readonly poses: Readonly<Record<string, Pose>>;
  /** The names of the poses; the first is the position that is taken before the first stroke. */
  readonly order: readonly string[];
  /** The pose that a stroke ends in, or the two that it goes between. */
  readonly phases: Readonly<Partial<Record<Phase | "open", string | PoseCycle>>>;
  readonly props: readonly Prop[];
  /** An alternating figure looks one way and changes limbs; every other one is mirrored for the left side. */
  readonly alternating: boolean;
}
