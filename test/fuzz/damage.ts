/** Files and words as a hostile or clumsy hand leaves them: made from whole ones, by fast-check. */
import * as fc from "fast-check";

/** What breaks readers: controls, halves of characters, marks, numbers beyond all, depth. */
const NASTY = [
  "\0",
  "\x1b[31m",
  "\x07",
  "\u202e",
  "\uFEFF",
  "\ud800",
  "\r",
  "\n",
  "\\u0000",
  '"',
  "{",
  "]",
  ",",
  "1e999",
  "-1",
  "99999999999999999999",
  "NaN",
  "null",
  "//",
  "/*",
  "__proto__",
  "[".repeat(6000),
  "é".repeat(500),
];

type Damage = (bytes: Buffer) => Buffer;

const splice = (bytes: Buffer, at: number, remove: number, insert: string): Buffer => {
  const place = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(insert), bytes.subarray(place + remove)]);
};

const share = fc.double({ min: 0, max: 1, noNaN: true });

const damage: fc.Arbitrary<Damage> = fc.oneof(
  share.map(
    (at): Damage =>
      (bytes) =>
        bytes.subarray(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(share, fc.integer({ min: 0, max: 40 })).map(
    ([at, count]): Damage =>
      (bytes) =>
        splice(bytes, at, count, ""),
  ),
  fc.tuple(share, fc.constantFrom(...NASTY)).map(
    ([at, text]): Damage =>
      (bytes) =>
        splice(bytes, at, 0, text),
  ),
  fc.tuple(share, fc.integer({ min: 0, max: 255 })).map(([at, value]): Damage => {
    return (bytes) => {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[Math.floor(at * (changed.length - 1))] = value;
      return changed;
    };
  }),
  fc.constant<Damage>((bytes) => Buffer.from(bytes.toString("utf8"), "utf16le")),
  // Another value in the place of one: where a reader trusts what it knows.
  fc.tuple(share, fc.json({ maxDepth: 3 })).map(([at, json]): Damage => {
    return (bytes) => {
      const values = [...bytes.toString("utf8").matchAll(/(?<=": ?)(?:"[^"]*"|[\d.]+|null|true|false)/g)];
      const value = values[Math.floor(at * (values.length - 1))];
      if (!value) return bytes;
      const text = bytes.toString("utf8");
      return Buffer.from(text.slice(0, value.index) + json + text.slice(value.index + value[0].length));
    };
  }),
);

/** A whole file with up to four damages. */
export function damaged(...whole: readonly string[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...whole), fc.array(damage, { minLength: 0, maxLength: 4 }))
    .map(([text, damages]) => damages.reduce<Buffer>((bytes, change) => change(bytes), Buffer.from(text)));
}

/** A word of a command line that nobody would type. */
export const nastyWord = fc.oneof(
  fc.constantFrom(
    ...NASTY.filter((text) => !text.includes("\0")),
    "",
    "-",
    "--",
    "=",
    "0",
    "-0",
    "1e9",
    "../..",
    "/dev/null",
  ),
  fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\0")),
);
