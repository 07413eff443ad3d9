/** What `npm pack` makes is the whole program: installed elsewhere, offline, it runs with its data. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { COMMANDS } from "../../src/commands/command-table.ts";

const run = promisify(execFile);
/** npm's own words for its scripts must not reach the npm that is run here. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));

let folder: string;
let installed: string;
let packed: readonly string[];
let sizes: { readonly packed: number; readonly unpacked: number };
let tarball: string;

/** What `npm pack --json` says. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unwind-package-"));
  const home = join(folder, "home");
  await mkdir(home);
  Object.assign(env, { HOME: home, UNWIND_HOME: home, npm_config_cache: join(folder, "cache") });
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run("npm", words, { env });
  const [made] = JSON.parse(stdout) as [Packed];
  packed = made.files.map(({ path }) => path);
  sizes = { packed: made.size, unpacked: made.unpackedSize };
  tarball = join(folder, made.filename);
  const prefix = join(folder, "prefix");
  await run("npm", ["install", "--global", "--offline", "--prefix", prefix, tarball], { env });
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

test("it has a manual page with every command, made from the help", async () => {
  expect(packed).toContain("dist/unwind.1");
  const page = await readFile("dist/unwind.1", "utf8");
  expect(page).toMatch(new RegExp(`^\\.TH UNWIND 1 "\\d{4}-\\d\\d-\\d\\d" "unwind ${manifest.version}"`));
  for (const [name, { about }] of Object.entries(COMMANDS)) {
    expect(page).toMatch(new RegExp(`^\\.SS unwind ${name}\\b`, "m"));
    expect(page.replaceAll("\\-", "-").toLowerCase()).toContain(about.slice(0, 20).toLowerCase());
  }
});

test("it could be published as it is: npm finds nothing to put right", async () => {
  const { stderr } = await run("npm", ["publish", "--dry-run", "--ignore-scripts", "--offline", tarball], { env });
  const complaints = stderr.split("\n").filter((line) => /^npm (warn|error)/i.test(line));
  // Who publishes is logged in; a test is not.
  expect(complaints.filter((line) => !line.includes("requires you to be logged in"))).toEqual([]);
  expect(stderr).toContain(`unwind@${manifest.version}`);
});

test("the README says how large it is", async () => {
  const readme = await readFile("README.md", "utf8");
  const [, packedMb, unpackedMb] = /\(([\d.]+) MB, ([\d.]+) MB unpacked/.exec(readme) ?? [];
  expect(Math.abs(Number(packedMb) - sizes.packed / 1e6)).toBeLessThan(0.15);
  expect(Math.abs(Number(unpackedMb) - sizes.unpacked / 1e6)).toBeLessThan(0.5);
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
