import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readJson } from "../../src/files/read-json.ts";
import { describeReadError } from "../../src/files/read-text.ts";
import { LIMITS } from "../../src/limits.ts";
import { temporaryFolder, write } from "../support/catalog-files.ts";

/** The one fault of a file. */
async function faultOf(file: string, input?: AsyncIterable<Uint8Array>) {
  const read = await readJson(file, input);
  if (read.ok) throw new Error("the file was read");
  return read.fault;
}

test("a file from an editor that marks UTF-8 is read like any other", async () => {
  const file = write(temporaryFolder(), "a.json", '\uFEFF{"id": "a"}');
  expect(await readJson(file)).toMatchObject({ ok: true, source: { value: { id: "a" } } });
});

const utf16 = (text: string, order: "little" | "big") => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
};

test.each([
  ["UTF-16", utf16('\uFEFF{"id": "ä"}', "little")],
  ["UTF-16 of the other order", utf16('\uFEFF{"id": "ä"}', "big")],
  ["UTF-16 without a mark", utf16('{"id": "ä"}', "little")],
  ["UTF-16 of the other order without a mark", utf16('{"id": "ä"}', "big")],
  ["UTF-16 with comments", utf16('// mine\n{"id": "ä",}', "little")],
])("a file in %s is read like any other", async (_, bytes) => {
  const file = write(temporaryFolder(), "a.json", bytes);
  expect(await readJson(file)).toMatchObject({ ok: true, source: { value: { id: "ä" } } });
});

test("standard input is read to its end", async () => {
  const input = Readable.from([Buffer.from('{"id":'), Buffer.from(' "ä"}')]);
  expect(await readJson("-", input)).toMatchObject({
    ok: true,
    source: { file: "standard input", value: { id: "ä" } },
  });
});

test("standard input that never ends is left when it is too large", async () => {
  async function* endless() {
    for (;;) yield Buffer.alloc(65_536, " ");
  }
  expect((await faultOf("-", endless())).message).toBe("too large; expected at most 1000 KB");
});

test("fifty megabytes are refused without being read", async () => {
  const file = write(temporaryFolder(), "big.json", "");
  truncateSync(file, 50_000_000);
  const before = process.memoryUsage().arrayBuffers;
  expect((await faultOf(file)).message).toBe("too large; expected at most 1000 KB");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
});

test("a file that hides its size is not read beyond the limit", async () => {
  expect((await faultOf("/dev/zero")).message).toBe("too large; expected at most 1000 KB");
});

test.each(["[", '{"a":'])(
  "a hundred thousand times %s is refused before it is parsed, at the bracket too many",
  async (piece) => {
    const file = write(temporaryFolder(), "bomb.json", piece.repeat(100_000));
    const { message, column } = await faultOf(file);
    expect(message).toBe("nested too deeply; expected at most 32 levels");
    expect(column).toBe(LIMITS.depth * piece.length + 1);
  },
);

test("comments and commas behind the last entry are read over, and places in the text stay right", async () => {
  const text = `// my [[[ file\n{ /* ${"[".repeat(100)} */ "id": "a // b", "steps": [1, 2,], } // end`;
  expect(await readJson(write(temporaryFolder(), "a.json", text))).toMatchObject({
    ok: true,
    source: { text, value: { id: "a // b", steps: [1, 2] } },
  });
});

test("brackets inside text are no nesting", async () => {
  const file = write(temporaryFolder(), "a.json", JSON.stringify({ id: `\\"${"[".repeat(100)}` }));
  expect((await readJson(file)).ok).toBe(true);
});

test.each([
  ["an empty file", "", "empty; expected an exercise or a routine"],
  ["a file of spaces", " \n ", "empty; expected an exercise or a routine"],
  ["half of UTF-16", Buffer.from('\uFEFF{"id":"a"}', "utf16le").subarray(0, 7), "not UTF-16 text; expected UTF-8"],
  ["Latin-1", Buffer.from('{"id":\n "M\xfcller"}', "latin1"), "not UTF-8 text; expected UTF-8"],
])("%s is named as what it is", async (_, content, message) => {
  expect((await faultOf(write(temporaryFolder(), "a.json", content))).message).toBe(message);
});

test("the place of what is not UTF-8 is told", async () => {
  const file = write(temporaryFolder(), "a.json", Buffer.from('{"id":\n "M\xfcller"}', "latin1"));
  expect(await faultOf(file)).toMatchObject({ line: 2, column: 4 });
});

test("a named pipe is read when somebody writes to it, and waiting for that blocks nothing", async () => {
  const pipe = path.join(temporaryFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const reading = readJson(pipe);
  const writer = spawn("sh", ["-c", `printf '{"id": "a"}' > "$0"`, pipe]);
  expect(await reading).toMatchObject({ ok: true, source: { value: { id: "a" } } });
  writer.kill();
});

test("a folder, a link to itself and a file that is not there are told apart", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "d.json"));
  symlinkSync(path.join(folder, "loop.json"), path.join(folder, "loop.json"));
  expect((await faultOf(path.join(folder, "d.json"))).message).toBe("a folder; name the files in it");
  expect((await faultOf(path.join(folder, "loop.json"))).message).toBe("a link that leads back to itself");
  expect((await faultOf(path.join(folder, "none.json"))).message).toBe("no such file");
  expect((await faultOf("a\0b.json")).message).toBe("not a name that a file can have");
});

test("a file that may not be read says so", () => {
  // Not tried on a real file: whoever runs the tests as root may read them all.
  expect(describeReadError(Object.assign(new Error("refused"), { code: "EACCES" }))).toBe(
    "may not be read: permission denied",
  );
});
