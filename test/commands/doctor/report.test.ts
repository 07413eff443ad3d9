/** The report of `unwind doctor` can be pasted anywhere: no path says whose it is. */
import { expect, test } from "vitest";
import { createPathHider } from "../../../src/commands/doctor/report.ts";

test.each([
  ["/home/ada/.config/unwind: can be written", "~/.config/unwind: can be written"],
  ["see: unwind check /home/ada/a b.json", "see: unwind check ~/a b.json"],
  ["/home/ada", "~"],
  ["/home/adam/x", "/home/adam/x"],
  ["two: /home/ada/x, /home/ada/y", "two: ~/x, ~/y"],
])("of %j a reader sees %j", (text, shown) => {
  expect(createPathHider({}, "/home/ada")(text)).toBe(shown);
});

test("a folder that a variable sets is shown by the variable, unless it is in the home", () => {
  const env = { UNWIND_HOME: "/mnt/ada/unwind/", XDG_CACHE_HOME: "/home/ada/cache" };
  const hide = createPathHider(env, "/home/ada");
  expect(hide("/mnt/ada/unwind/settings.json")).toBe("$UNWIND_HOME/settings.json");
  expect(hide("/home/ada/cache/unwind")).toBe("~/cache/unwind");
  expect(hide("/mnt/ada/unwinding")).toBe("/mnt/ada/unwinding");
});

test("a home inside the folder of a variable is still the home", () => {
  expect(createPathHider({ XDG_DATA_HOME: "/data" }, "/data/ada")("/data/ada/x /data/x")).toBe("~/x $XDG_DATA_HOME/x");
});

test("nothing in it can control a terminal", () => {
  expect(createPathHider({}, "/home/ada")("a\u001b[31mb")).toBe("a [31mb");
});
