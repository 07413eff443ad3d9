import path from "node:path";
import { expect, test } from "vitest";
import { findDataFolder, resolvePersonalFolders } from "../src/paths.ts";

const linux = { platform: "linux", home: "/home/ada" } as const;

test("on Linux folders follow the XDG defaults", () => {
  expect(resolvePersonalFolders({}, linux)).toEqual({
    data: "/home/ada/.local/share/unwind",
    config: "/home/ada/.config/unwind",
    cache: "/home/ada/.cache/unwind",
    state: "/home/ada/.local/state/unwind",
  });
});

test("XDG variables are followed, relative ones ignored as the specification says", () => {
  const env = { XDG_DATA_HOME: "/data", XDG_CONFIG_HOME: "config", XDG_CACHE_HOME: "" };
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

test("a person without a home still has folders to find nothing in", () => {
  expect(resolvePersonalFolders({}, { platform: "linux", home: null }).data).toBe("/nonexistent/.local/share/unwind");
});

test("the shipped data is found from the sources and from the bundle", () => {
  const root = path.dirname(findDataFolder());
  expect(findDataFolder(path.join(root, "dist"))).toBe(path.join(root, "data"));
  expect(findDataFolder(path.join(root, "src", "commands"))).toBe(path.join(root, "data"));
  expect(() => findDataFolder(path.parse(root).root)).toThrow("no data/exercises");
});
