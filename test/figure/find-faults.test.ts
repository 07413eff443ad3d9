/** Faults in figures that people write, told so that they can be mended. */
import { expect, it } from "vitest";
import { figureSchema, findFigureFaults } from "../../src/figure/find-faults.ts";
import { copyOf, SHIPPED } from "./shipped.ts";

it.each(SHIPPED)("$id has no faults", ({ file }) => {
  expect(findFigureFaults(file)).toEqual([]);
});

it("a limb that grows from one pose to another is named with its length", () => {
  const file = copyOf("psoas-march");
  file.poses["top"] = { ...file.poses["top"], near: { ...file.poses["top"]?.near, knee: [15.3, 31.1] } };
  const [fault] = findFigureFaults(file);
  expect(fault?.path).toEqual(["poses", "top"]);
  expect(fault?.message).toMatch(/^near\.knee at the end of a thigh of 12\.\d, not 1[56]\.\d, as in the first pose$/);
});

it("a stroke that ends in a pose that is not there is told which poses there are", () => {
  const file = copyOf("psoas-march");
  file.phases = { ...file.phases, concentric: "summit" };
  expect(findFigureFaults(file)).toEqual([{ path: ["phases", "concentric"], message: "one of the poses: start, top" }]);
});

it("a pose builds only on poses before it", () => {
  const file = copyOf("psoas-march");
  file.poses = { top: { like: "start" }, ...file.poses };
  expect(findFigureFaults(file)).toContainEqual({
    path: ["poses", "top", "like"],
    message: "no other pose: it is the first",
  });
});

it("a pose that builds on no other needs every joint", () => {
  const file = copyOf("glute-bridge");
  const { near, ...rest } = file.poses["start"] ?? {};
  const { ankle: _, ...others } = near ?? {};
  file.poses["start"] = { ...rest, near: others };
  expect(findFigureFaults(file)).toEqual([
    { path: ["poses", "start", "near", "ankle"], message: "a place, as it builds on no other pose" },
  ]);
});

it("a pose that exchanges left and right says nothing else", () => {
  const file = copyOf("mountain-climbers");
  file.poses["far-in"] = { swap: "near-in", head: [1, 2] };
  expect(findFigureFaults(file)).toEqual([{ path: ["poses", "far-in"], message: "nothing beside swap" }]);
});

it("what is wrong with a figure is a fault of its exercise's file, at its place", () => {
  const file = copyOf("pigeon-pose");
  file.phases = { hold: "nest" };
  const issues = figureSchema.safeParse(file).error?.issues;
  expect(issues).toMatchObject([{ path: ["phases", "hold"], message: "one of the poses: dog, knee-forward, fold" }]);
});
