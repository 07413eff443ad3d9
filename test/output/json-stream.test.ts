/** A running session as lines of JSON. */
import { expect, test } from "vitest";
import { writeSessionAsJson } from "../../src/output/json-stream.ts";
import type { Session, SessionSubscriber } from "../../src/session/types.ts";
import { dated, PLAN, writtenAsJson } from "./a-plan.ts";

test("happenings that come together are told one a line, in order", () => {
  const lines = writtenAsJson(PLAN, dated({ type: "paused", atMs: 5, reason: "asked" }, { type: "resumed", atMs: 5 }));
  expect(lines.map(({ event }) => event)).toEqual(["paused", "resumed"]);
});

test("after it was stopped nothing is written", () => {
  const stopped: string[] = [];
  const subscribe = (name: string, _subscriber: SessionSubscriber) => () => stopped.push(name);
  const cues = { onCue: () => () => stopped.push("cues") };
  writeSessionAsJson("output", { plan: PLAN, subscribe } as unknown as Session, cues, () => {})();
  expect(stopped).toEqual(["cues", "output"]);
});
