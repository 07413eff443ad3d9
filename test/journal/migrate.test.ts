import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { readSessionFile, readVersioned } from "../../src/journal/migrate.ts";
import { sessionOf } from "./a-session.ts";

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
    const read = (json: object) => readVersioned(JSON.stringify({ format: "unwind-test", ...json }), format);
    expect(read({ version: 1, minutes: 2 })).toEqual({ type: "valid", value: { side: "left", seconds: 120 } });
    expect(read({ version: 2, side: "right", minutes: 2 })).toMatchObject({ value: { side: "right", seconds: 120 } });
    expect(read({ version: 3, side: "right", seconds: 5 })).toMatchObject({ value: { seconds: 5 } });
    expect(read({ version: 4, hours: 1 })).toEqual({ type: "later", version: 4 });
    expect(read({ version: 0 }).type).toBe("foreign");
  });

  test("a file that is not a session is not taken for one, and it is said why", () => {
    const session = sessionOf();
    const read = (value: unknown) => readSessionFile(typeof value === "string" ? value : JSON.stringify(value));
    expect(read(JSON.stringify(session).slice(0, 300))).toMatchObject({
      type: "foreign",
      why: expect.stringContaining("cut off"),
    });
    expect(read([])).toMatchObject({ type: "foreign" });
    expect(read({ ...session, startedAt: "yesterday" })).toMatchObject({ why: expect.stringContaining("startedAt") });
    expect(read({ ...session, title: "\u001b[2J" })).toMatchObject({ why: expect.stringContaining("title") });
    expect(read({ ...session, effort: 11 })).toMatchObject({ why: expect.stringContaining("effort") });
  });

  test("fields that a later minor change may add are kept", () => {
    const session = { ...sessionOf(), weather: "rain" };
    expect(readSessionFile(JSON.stringify(session))).toEqual({ type: "valid", value: session });
  });
});
