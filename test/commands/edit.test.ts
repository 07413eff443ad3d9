/** Editing a file of one's own: what is written takes its place without faults, and is kept with them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { findEditor, openInEditor, splitCommand } from "../../src/app/open/editor.ts";
import type { ShellEnvironment } from "../../src/app/shell-environment.ts";
import { editFile } from "../../src/commands/edit.ts";
import { context as createContext } from "../support/catalog-context.ts";
import { temporaryFolder, write } from "../support/catalog-files.ts";

const GOOD = '{ "name": "Legs", "blocks": [{ "exercise": { "name": "Squat", "reps": 10 } }] }\n';
const BAD = '{ "name": "Legs", "blocks": [{ "rounds": 0, "blocks": [] }] }\n';

/** A person who writes these texts one after the other, and edits again as often as there are any. */
const writing = (...texts: string[]) => {
  let next = 0;
  return {
    open: async (file: string) => writeFileSync(file, texts[next++] ?? ""),
    askAgain: async () => next < texts.length,
  };
};

async function surroundings() {
  const folder = temporaryFolder();
  const file = write(folder, "routines/legs.json", GOOD);
  const context = await createContext({ userDir: folder });
  return { folder, file, context, draft: path.join(folder, "drafts", "routines", "legs.json") };
}

test("what is written takes the place of the file once it has no faults", async () => {
  const { file, context, draft } = await surroundings();
  const changed = GOOD.replace("10", "12");
  await editFile(file, context, writing(BAD, changed));
  expect(readFileSync(file, "utf8")).toBe(changed);
  expect(existsSync(draft)).toBe(false);
  expect(context.written.out).toContain("blocks[0].rounds");
});

test("what has faults is kept, the file stays, and the next time goes on with it", async () => {
  const { file, context, draft } = await surroundings();
  await expect(editFile(file, context, writing(BAD))).rejects.toMatchObject({ exitCode: 65 });
  expect([readFileSync(file, "utf8"), readFileSync(draft, "utf8")]).toEqual([GOOD, BAD]);
  let seen = "";
  const open = async (opened: string) => {
    seen = readFileSync(opened, "utf8");
    writeFileSync(opened, GOOD);
  };
  await editFile(file, context, { open, askAgain: async () => false });
  expect([seen, existsSync(draft)]).toEqual([BAD, false]);
});

test("what cannot be planned is a fault, too, and an exercise is no routine", async () => {
  const { file, context } = await surroundings();
  const day = GOOD.replace('"reps": 10', '"work": 3600')
    .replace('"blocks": [{ "ex', '"blocks": [{ "rounds": 30, "blocks": [{ "ex')
    .replace("} }] }", "} }] }] }");
  await expect(editFile(file, context, writing(day))).rejects.toMatchObject({ exitCode: 65 });
  expect(context.written.out).toContain("24 hours is the most");
  const short = day.replace("3600", "20").replace('"rounds": 30', '"rounds": 3, "every": 5');
  await expect(editFile(file, context, writing(short))).rejects.toMatchObject({ exitCode: 65 });
  expect(context.written.out).toMatch(/\.json:\d+:\d+: .*every/);
  await expect(editFile(file, context, writing('{ "name": "Legs", "work": 20 }'))).rejects.toMatchObject({
    exitCode: 65,
  });
});

test("what another program wrote in the meantime is not lost", async () => {
  const { file, context, draft } = await surroundings();
  const other = GOOD.replace("10", "99");
  const open = async (opened: string) => {
    writeFileSync(file, other);
    writeFileSync(opened, GOOD.replace("10", "12"));
  };
  await expect(editFile(file, context, { open, askAgain: async () => false })).rejects.toMatchObject({ exitCode: 65 });
  expect(readFileSync(file, "utf8")).toBe(other);
  expect(readFileSync(draft, "utf8")).toContain("12");
});

describe("the editor", () => {
  test.each<[string, NodeJS.Platform, string[]]>([
    ["vim", "linux", ["vim"]],
    ["code --wait", "linux", ["code", "--wait"]],
    ["  emacsclient  -a '' -t ", "linux", ["emacsclient", "-a", "", "-t"]],
    ['"/opt/My Editor/bin/edit" -n "a b"', "darwin", ["/opt/My Editor/bin/edit", "-n", "a b"]],
    ["/opt/My\\ Editor/edit", "linux", ["/opt/My Editor/edit"]],
    ["vim; rm -rf ~ `x` $(y)", "linux", ["vim;", "rm", "-rf", "~", "`x`", "$(y)"]],
    [
      '"C:\\Program Files\\Notepad++\\notepad++.exe" -multiInst',
      "win32",
      ["C:\\Program Files\\Notepad++\\notepad++.exe", "-multiInst"],
    ],
    ["C:\\tools\\edit.exe", "win32", ["C:\\tools\\edit.exe"]],
  ])("%s on %s is started without a shell", (command, platform, words) => {
    expect(splitCommand(command, platform)).toEqual(words);
  });

  test("is VISUAL before EDITOR, and what is empty does not count", () => {
    expect(findEditor({ VISUAL: "nano", EDITOR: "vim" }, "linux")).toEqual(["nano"]);
    expect(findEditor({ VISUAL: " ", EDITOR: "vim" }, "linux")).toEqual(["vim"]);
    expect(findEditor({}, "linux")).toEqual(["vi"]);
    expect(findEditor({}, "win32")).toEqual(["notepad"]);
  });
});

test("without a terminal, the file itself is named and not the draft, which is gone", async () => {
  const shell = { env: {}, stdin: Readable.from([]), stdout: new PassThrough() } as unknown as ShellEnvironment;
  await expect(openInEditor("drafts/legs.json", shell, "routines/legs.json")).rejects.toMatchObject({
    hint: "edit the file itself: routines/legs.json",
  });
});
