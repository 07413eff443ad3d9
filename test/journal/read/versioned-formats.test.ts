import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { parseSessionFile, parseVersioned } from "../../../src/journal/read/versioned-formats.ts";
import { type SessionFile, sessionFileSchema } from "../../../src/journal/session-format.ts";
import { isSessionFileAsWritten } from "../../../src/journal/stored-session.ts";
import { sessionOf } from "../a-session.ts";

/** A session's text with its fields in the order in which they are written. */
function inOrder(session: SessionFile): string {
  const names = Object.keys(sessionFileSchema.shape).filter((name) => name in session);
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, session[name]])));
}

/** Changes one place of a JSON value, found by going down by numbers. */
function spoil(json: unknown, change: { at: readonly number[]; how: string; value: unknown }): unknown {
  const [place = 0, ...further] = change.at;
  if (typeof json !== "object" || json === null) return change.value;
  const keys = Object.keys(json);
  const key = keys[place % Math.max(1, keys.length)] ?? "new";
  const copy = (Array.isArray(json) ? [...json] : { ...json }) as Record<string, unknown>;
  if (further.length > 0) copy[key] = spoil(copy[key], { ...change, at: further });
  else if (change.how === "set") copy[key] = change.value;
  else if (change.how === "add") copy["more"] = change.value;
  else if (change.how === "remove") delete copy[key];
  else return Array.isArray(copy) ? copy.reverse() : Object.fromEntries(Object.entries(copy).reverse());
  return copy;
}

describe("formats", () => {
  const format = {
    format: "unwind-test",
    version: 3,
    migrations: [
      function nameTheSide(old: Readonly<Record<string, unknown>>) {
        return { ...old, side: "left" };
      },
      function countInSeconds(old: Readonly<Record<string, unknown>>) {
        return { ...old, seconds: Number(old["minutes"]) * 60 };
      },
    ],
    schema: z.object({ side: z.string(), seconds: z.number() }),
  };

  test("what any earlier version wrote is brought up to date step by step", () => {
    const read = (json: object) => parseVersioned(JSON.stringify({ format: "unwind-test", ...json }), format);
    expect(read({ version: 1, minutes: 2 })).toEqual({ type: "valid", value: { side: "left", seconds: 120 } });
    expect(read({ version: 2, side: "right", minutes: 2 })).toMatchObject({ value: { side: "right", seconds: 120 } });
    expect(read({ version: 3, side: "right", seconds: 5 })).toMatchObject({ value: { seconds: 5 } });
    expect(read({ version: 4, hours: 1 })).toEqual({ type: "later", version: 4 });
    expect(read({ version: 0 }).type).toBe("foreign");
  });

  test("a file that is not a session is not taken for one, and it is said why", () => {
    const session = sessionOf();
    const read = (value: unknown) => parseSessionFile(typeof value === "string" ? value : JSON.stringify(value));
    expect(read(JSON.stringify(session).slice(0, 300))).toMatchObject({
      type: "foreign",
      why: expect.stringContaining("cut off"),
    });
    expect(read([])).toMatchObject({ type: "foreign" });
    expect(read({ ...session, startedAt: "yesterday" })).toMatchObject({ why: expect.stringContaining("startedAt") });
    expect(read({ ...session, title: "\u001b[2J" })).toMatchObject({ why: expect.stringContaining("title") });
    expect(read({ ...session, effort: 11 })).toMatchObject({ why: expect.stringContaining("effort") });
  });

  test("at a look or by the schema: whatever is wrong with a session, both come to the same", () => {
    const session = { ...sessionOf(), marks: ["screening: yes to night pain"], notes: ["good"] };
    const written = inOrder(session);
    const values = fc.oneof(
      fc.constantFrom(null, "", "\u001b[2J", "left", "gap", -1, 0.5, 11, 1e12, [], {}, "2026-11-02T06:30:00.000Z"),
      fc.anything(),
    );
    const spoilt = fc.record({
      at: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
      how: fc.constantFrom("set", "remove", "add", "reverse"),
      value: values,
    });
    let recognised = 0;
    fc.assert(
      fc.property(fc.array(spoilt, { maxLength: 2 }), (changes) => {
        const spoiled = changes.reduce<unknown>(spoil, JSON.parse(written));
        const text = JSON.stringify(spoiled) ?? "";
        const json: unknown = text === "" ? undefined : JSON.parse(text);
        const checked = z.safeParse(sessionFileSchema, json);
        if (isSessionFileAsWritten(json)) recognised += 1;
        if (isSessionFileAsWritten(json)) expect(JSON.stringify(checked.data)).toBe(text);
      }),
      { numRuns: 3000 },
    );
    expect(recognised).toBeGreaterThan(300);
    expect(isSessionFileAsWritten(sessionOf())).toBe(true);
  });

  test("fields that a later minor change may add are kept", () => {
    const session = { ...sessionOf(), weather: "rain" };
    expect(parseSessionFile(JSON.stringify(session))).toEqual({ type: "valid", value: session });
  });
});
