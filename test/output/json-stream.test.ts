/** A running session as lines of JSON. */
import { expect, test } from "vitest";
import { createJsonSubscriber } from "../../src/output/json-stream.ts";
import type { Session } from "../../src/session/types.ts";
import { dated, PLAN } from "./a-plan.ts";

test("happenings that come together are told one a line, in order", () => {
  let text = "";
  const subscriber = createJsonSubscriber(PLAN, (chunk) => (text += chunk));
  subscriber(dated({ type: "paused", atMs: 5, reason: "asked" }, { type: "resumed", atMs: 5 }), {} as Session);
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(["paused", "resumed"]);
});
