/** Arithmetic with points and directions in space. */
import type { Point } from "./types.ts";

export const ORIGIN: Point = [0, 0, 0];

export function add(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function multiply(a: Point, factor: number): Point {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function length(a: Point): number {
  // Not Math.hypot, which guards against overflow and takes many times as long.
  return Math.sqrt(dot(a, a));
}

export function distance(a: Point, b: Point): number {
  return length(subtract(a, b));
}

/** Scales to length 1; the zero vector stays. */
export function toUnitVector(a: Point): Point {
  const long = length(a);
  return long === 0 ? ORIGIN : multiply(a, 1 / long);
}

export function lerp(a: Point, b: Point, share: number): Point {
  return add(a, multiply(subtract(b, a), share));
}

/**
 * Rotates from one vector to another by the shorter way; angle and length change linearly. Opposite vectors rotate in
 * the plane of the picture.
 */
export function rotateTowards(a: Point, b: Point, share: number): Point {
  const [from, to] = [toUnitVector(a), toUnitVector(b)];
  const long = length(a) + (length(b) - length(a)) * share;
  const cosine = Math.max(-1, Math.min(1, dot(from, to)));
  if (cosine > 0.9999) return multiply(toUnitVector(lerp(from, to, share)), long);
  const angle = Math.acos(cosine);
  const aside =
    cosine < -0.9999 ? toUnitVector(cross([0, 0, 1], from)) : toUnitVector(subtract(to, multiply(from, cosine)));
  return multiply(add(multiply(from, Math.cos(angle * share)), multiply(aside, Math.sin(angle * share))), long);
}
