/** Frames compared, so that nobody is told of one that looks like the one before. */
import type { Frame } from "./types.ts";

/** Whether two frames look the same. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  return (Object.keys(a) as (keyof Frame)[]).every((key) => {
    const [one, two] = [a[key], b[key]];
    if (!Array.isArray(one) || !Array.isArray(two)) return one === two;
    return one === two || (one.length === two.length && one.every((entry, index) => entry === two[index]));
  });
}
