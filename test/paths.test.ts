import path from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT_CODES } from "../src/errors.ts";
import { findDataFolder, resolvePersonalFolders } from "../src/paths.ts";
import { faultOf } from "./support/fault-of.ts";

const linux = { platform: "linux", home: "/home/ada" } as const;

test("on Linux folders follow the XDG defaults", () => {
  expect(resolvePersonalFolders({}, linux)).toEqual({
    data: "/home/ada/.local/share/unwind",
    config: "/home/ada/.config/unwind",
    cache: "/home/ada/.cache/unwind",
    state: "/home/ada/.local/state/unwind",
  });
});

test("XDG variables are followed, and an empty one is unset", () => {
  const env = { XDG_DATA_HOME: "/data", XDG_CACHE_HOME: "" };
  expect(resolvePersonalFolders(env, linux)).toMatchObject({
    data: "/data/unwind",
    config: "/home/ada/.config/unwind",
    cache: "/home/ada/.cache/unwind",
  });
});

test("on macOS they are in the library, on Windows in AppData", () => {
  expect(resolvePersonalFolders({}, { platform: "darwin", home: "/Users/ada" }).data).toBe(
    "/Users/ada/Library/Application Support/unwind",
  );
  const env = { LOCALAPPDATA: "/local", APPDATA: "/roaming" };
  const windows = resolvePersonalFolders(env, { platform: "win32", home: "/ada" });
  expect(windows.data).toBe(path.join("/local", "unwind", "Data"));
  expect(windows.config).toBe(path.join("/roaming", "unwind", "Config"));
});

test("UNWIND_HOME stands before everything", () => {
  const env = { UNWIND_HOME: "/elsewhere", XDG_DATA_HOME: "/data" };
  expect(resolvePersonalFolders(env, linux)).toEqual({
    data: "/elsewhere",
    config: "/elsewhere",
    cache: "/elsewhere/cache",
    state: "/elsewhere",
  });
});

describe("paths in the environment", () => {
  const variables = ["UNWIND_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"];

  test.each(variables)("%s: ~ is the home folder", (variable) => {
    const folders = Object.values(resolvePersonalFolders({ [variable]: "~/mine" }, linux));
    expect(folders.some((folder) => folder.startsWith("/home/ada/mine"))).toBe(true);
    expect(folders.every((folder) => folder.startsWith("/home/ada/"))).toBe(true);
  });

  test.each([...variables, "HOME"])("%s: a relative path is refused, wherever the program is started", (variable) => {
    for (const text of ["relative/x", ".", "..", "~ada/x"]) {
      const fault = faultOf(() => resolvePersonalFolders({ [variable]: text }, linux));
      expect(fault.exitCode).toBe(EXIT_CODES.usage);
      expect(fault.message).toBe(`${variable} cannot be "${text}": it must be the whole path of a folder`);
    }
  });

  test.each([...variables, "HOME"])("%s: empty is unset", (variable) => {
    expect(resolvePersonalFolders({ [variable]: "" }, linux)).toEqual(resolvePersonalFolders({}, linux));
  });

  test("HOME stands before what the system knows", () => {
    expect(resolvePersonalFolders({ HOME: "/home/other" }, linux).data).toBe("/home/other/.local/share/unwind");
    expect(resolvePersonalFolders({ HOME: "/home/other", UNWIND_HOME: "~" }, linux).data).toBe("/home/other");
  });

  test("a variable that does not count is not looked at", () => {
    expect(resolvePersonalFolders({ HOME: "x", XDG_DATA_HOME: "y", UNWIND_HOME: "/a/../b" }, linux).data).toBe("/b");
  });
});

test("a person without a home still has folders to find nothing in", () => {
  expect(resolvePersonalFolders({}, { platform: "linux", home: null }).data).toBe("/nonexistent/.local/share/unwind");
});

test("the shipped data is found from the sources and from the bundle", () => {
  const root = path.dirname(findDataFolder());
  expect(findDataFolder(path.join(root, "dist"))).toBe(path.join(root, "data"));
  expect(findDataFolder(path.join(root, "src", "commands"))).toBe(path.join(root, "data"));
  expect(() => findDataFolder(path.parse(root).root)).toThrow("no data/exercises");
});
