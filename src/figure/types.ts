/**
 * A drawable figure: a body in named poses, its props, and the pose that each phase ends in.
 *
 * Coordinates are in units; a standing person is 50 units tall. x points where the person faces, y up from the floor, z
 * to the viewer. The near side is the working side: the right as defined, the left when mirrored.
 */
import type { Phase } from "../terms.ts";

/** Frames per second of a moving figure: smooth for strokes of seconds, cheap enough for an hour. */
export const FIGURE_FRAMES_PER_SECOND = 10;

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

type LimbJoint = keyof Limbs;

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
  /** Positions of props that move with the body, by name. */
  readonly things: Readonly<Record<string, Point>>;
}

/** Two poses that a phase alternates between. */
export interface PoseCycle {
  readonly between: readonly [string, string];
  /** Seconds for one direction. */
  readonly seconds: number;
}

/** A prop is fixed, or follows the position that each pose gives under its name. */
export type Prop =
  | { readonly kind: "bar" | "wall"; readonly from: Point; readonly to: Point }
  /** A cylinder; `along` is the vector to the other end of its axis. */
  | {
      readonly kind: "roller";
      readonly name: string;
      readonly at: Point;
      readonly along: Point;
      readonly radius: number;
    }
  | { readonly kind: "band"; readonly joint: LimbJoint }
  | { readonly kind: "table" | "mat"; readonly from: Point; readonly to: Point }
  /** The direction of effort or pull; shown only in these phases. */
  | { readonly kind: "arrow"; readonly from: Point; readonly to: Point; readonly during: readonly Phase[] };

export interface BodyFigure {
  /** Degrees by which the person is turned towards the viewer, and by which the viewer looks down. */
  readonly view: { readonly turn: number; readonly tilt: number };
  readonly poses: Readonly<Record<string, Pose>>;
  /** Pose names; the first is the starting position. */
  readonly order: readonly string[];
  /** The pose that a phase ends in, or the two it alternates between. */
  readonly phases: Readonly<Partial<Record<Phase | "open", string | PoseCycle>>>;
  readonly props: readonly Prop[];
  /** An alternating figure keeps its direction and swaps limbs; all others are mirrored for the left side. */
  readonly alternating: boolean;
}
