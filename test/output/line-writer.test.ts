import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { lineWriter } from "../../src/output/line-writer.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A stream whose reader goes after the first chunk. */
function leavingReader(error: NodeJS.ErrnoException) {
  const heard: string[] = [];
  const stream = new Writable({
    autoDestroy: false,
    write(chunk, _encoding, done) {
      heard.push(String(chunk));
      done(heard.length > 1 ? error : null);
    },
  });
  return { stream, heard };
}

test("a reader that leaves is told once, as no fault, and nothing is written after it", async () => {
  const { stream, heard } = leavingReader(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  const closed: unknown[] = [];
  const write = lineWriter(stream, (error) => closed.push(error));
  for (const line of ["one\n", "two\n"]) {
    write(line);
    await settled();
  }
  write("three\n");
  stream.emit("error", new Error("again"));
  await settled();
  expect(closed).toEqual([null]);
  expect(heard).toEqual(["one\n", "two\n"]);
});

test("a full disk is told as what it is", async () => {
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const { stream } = leavingReader(full);
  const closed: unknown[] = [];
  const write = lineWriter(stream, (error) => closed.push(error));
  write("one\n");
  write("");
  write("two\n");
  await settled();
  expect(closed).toEqual([full]);
});
