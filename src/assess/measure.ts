/** Angles of the Thomas test as they are measured at home, and how far such a measurement can be trusted. Pure. */

/**
 * The standard error of measurement of the test, in degrees, between and within raters (Peeler & Anderson 2008). Two
 * measurements that differ by no more say nothing.
 */
export const MEASUREMENT_ERROR_DEGREES = 7;

/** Whether two angles differ by more than the measurement error. */
export function isBeyondError(before: number, after: number): boolean {
  return Math.abs(before - after) > MEASUREMENT_ERROR_DEGREES;
}

/**
 * The angle of the thigh relative to level from two lengths in the same unit. With a tape measure this agrees better
 * between raters than a goniometer (PMC4560013, 2015: ICC 0.90–0.95 against 0.30–0.65).
 *
 * @param kneeHeight the middle of the knee above the edge of the table; negative below it.
 * @param thighLength from the bony side of the hip to the middle of the knee; longer than the height.
 * @returns whole degrees, positive above level.
 */
export function computeThighAngle(kneeHeight: number, thighLength: number): number {
  return Math.round((Math.asin(kneeHeight / thighLength) * 180) / Math.PI);
}

/** The mean of repeated measurements, to a tenth; null if there is none. */
export function averageMeasurements(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
}
