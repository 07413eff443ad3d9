/** `unwind note`, as a user calls it. */
import { expect, test } from "vitest";
import { giveFreshHome, given, json, unwind } from "../support/run-unwind.ts";

giveFreshHome();

test("a note is one line of the last session, without anything that could move a cursor", async () => {
  given("newer123", 2);
  expect((await unwind("note", "left hip\u001b[2J", "much\neasier")).code).toBe(0);
  expect((await json("history"))[0].notes).toEqual(["left hip [2J much easier"]);
  expect((await unwind("note", " \n ")).code).toBe(2);
});
