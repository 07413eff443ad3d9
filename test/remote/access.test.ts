import fc from "fast-check";
import { expect, test } from "vitest";
import { Access } from "../../src/remote/access.ts";

test("each address has 128 bits of its own", () => {
  const tokens = Array.from({ length: 50 }, () => Object.values(new Access().tokens)).flat();
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(16);
});

test("a token allows what it is for, and nothing near it allows anything", () => {
  const access = new Access();
  expect(access.roleOf(access.tokens.drive)).toBe("drive");
  expect(access.roleOf(access.tokens.look)).toBe("look");
  fc.assert(
    fc.property(fc.nat(21), fc.string({ minLength: 1, maxLength: 2 }), (at, text) => {
      const near = access.tokens.drive.slice(0, at) + text + access.tokens.drive.slice(at + 1);
      return near === access.tokens.drive || access.roleOf(near) === null;
    }),
  );
  for (const wrong of [
    "",
    "undefined",
    `${access.tokens.drive} `,
    access.tokens.drive.slice(0, -1),
    "x".repeat(10_000),
  ])
    expect(access.roleOf(wrong)).toBeNull();
});

test("each wrong token is answered later than the one before; after twenty none is, until it is allowed again", () => {
  const access = new Access();
  const waits = Array.from({ length: 20 }, () => access.countWrong());
  expect(waits.slice(0, 3)).toEqual([100, 200, 300]);
  expect(Math.max(...waits.map((wait) => wait ?? 0))).toBe(2000);
  expect(access.isLocked).toBe(true);
  expect(access.countWrong()).toBeNull();
  access.allow();
  expect(access.isLocked).toBe(false);
  expect(access.countWrong()).toBe(100);
});
