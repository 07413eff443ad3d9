/** What `npm pack` makes is the whole program: installed elsewhere, offline, it runs with its data. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const run = promisify(execFile);
/** npm's own words for its scripts must not reach the npm that is run here. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));

let folder: string;
let installed: string;
let packed: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unwind-package-"));
  const home = join(folder, "home");
  await mkdir(home);
  Object.assign(env, { HOME: home, UNWIND_HOME: home, npm_config_cache: join(folder, "cache") });
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run("npm", words, { env });
  const [tarball] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = tarball.files.map(({ path }) => path);
  const prefix = join(folder, "prefix");
  await run("npm", ["install", "--global", "--offline", "--prefix", prefix, join(folder, tarball.filename)], { env });
  installed = join(prefix, "bin/unwind");
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const unwind = async (...words: string[]) => (await run(installed, words, { env, cwd: folder })).stdout;

test("it brings the program, the data and the licences, and nothing of the workshop", () => {
  expect(packed).toEqual(expect.arrayContaining(["bin/unwind.js", "dist/cli.cjs", "dist/LICENSES.txt", "LICENSE"]));
  expect(packed.filter((path) => /^(src|test|node_modules)|compiled-|\.tsx?$/.test(path))).toEqual([]);
});

test("it needs no other package", async () => {
  expect(manifest).not.toHaveProperty("dependencies");
  expect(await readdir(join(folder, "prefix/lib/node_modules"))).toEqual(["unwind"]);
});

test("it says its version", async () => {
  expect(await unwind("--version")).toBe(`${manifest.version}\n`);
});

test("it finds the shipped routines", async () => {
  const ids = (await readdir("data/routines")).map((file) => file.replace(".json", "")).sort();
  const listed = JSON.parse(await unwind("list", "routines", "--json"));
  expect(JSON.stringify(listed)).toContain("psoas-program");
  for (const id of ids) expect(JSON.stringify(listed)).toContain(`"${id}"`);
});

test("it runs a routine to its end", async () => {
  const lines = await unwind("run", "desk-break", "--json", "--speed", "1000");
  expect(JSON.parse(lines.trim().split("\n").at(-1) ?? "")).toMatchObject({ event: "session-ended", how: "finished" });
});
