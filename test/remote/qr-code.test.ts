import { encode } from "uqr";
import { expect, test } from "vitest";
import { drawQrCode } from "../../src/remote/qr-code.ts";

const ADDRESS = "http://192.168.178.103:54321/AbCdEfGhIjKlMnOpQrStUv/";

/** The modules that half blocks stand for, two rows a line. */
const modulesOf = (lines: readonly string[]) =>
  lines.flatMap((line) => [[...line].map((cell) => "▀█".includes(cell)), [...line].map((cell) => "▄█".includes(cell))]);

test("the code in half blocks is the code, with four light modules around it", () => {
  const { data, size } = encode(ADDRESS, { ecc: "L", border: 4 });
  const modules = modulesOf(drawQrCode(ADDRESS, false));
  expect(modules.slice(0, size)).toEqual(data);
  for (const edge of [0, 1, 2, 3, size - 1, size - 2, size - 3, size - 4]) expect(modules[edge]).not.toContain(true);
});

test("on a dark ground without colours the light modules are drawn, the quiet zone too", () => {
  const { data, size } = encode(ADDRESS, { ecc: "L", border: 4 });
  const modules = modulesOf(drawQrCode(ADDRESS, true));
  expect(modules.slice(0, size)).toEqual(data.map((row) => row.map((module) => !module)));
});

test("the code of an address fits into a usual terminal, with words beside it", () => {
  const lines = drawQrCode(ADDRESS, false);
  expect(lines.length).toBeLessThanOrEqual(23);
  expect(lines[0]?.length).toBeLessThanOrEqual(80 - 28);
});
