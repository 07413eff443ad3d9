/** Collects the licences of all bundled packages into one text; a package without one fails the build. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Licences that allow shipping the code with ours, if we include their text. */
const ACCEPTED_LICENCES = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "(MIT OR CC0-1.0)",
  "0BSD",
]);

/**
 * @param {string} root the package's folder
 * @param {Iterable<string>} inputs paths of bundled files, relative to the root
 * @param {readonly string[]} more names of further texts in src/build/licences
 * @returns {Promise<string>}
 */
export async function collectLicences(root, inputs, more = []) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll("\\", "/"));
    if (found) folders.add(found[1]);
  }
  const texts = await Promise.all([
    ...[...folders].sort().map((folder) => readLicence(root, join(root, folder))),
    ...more.map((name) => readFile(join(root, "src/build/licences", name), "utf8")),
  ]);
  return `unwind contains the following packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

async function readLicence(root, folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (!ACCEPTED_LICENCES.has(license)) throw new Error(`${name} ${version} is bundled, but its licence is ${license}.`);
  return `${name} ${version} (${license})\n\n${(await readLicenceText(root, folder, name)).trim()}\n`;
}

async function readLicenceText(root, folder, name) {
  const own = (await readdir(folder)).find((file) => /^(licen[cs]e|copying)(\.|$)/i.test(file));
  if (own) return readFile(join(folder, own), "utf8");
  // Some packages have their licence only in their repository: we keep a copy.
  const copy = join(root, "src/build/licences", `${name.replace("/", "__")}.txt`);
  return readFile(copy, "utf8").catch(() => {
    throw new Error(`${name} is bundled, but has no licence text: copy it from its repository to ${copy}.`);
  });
}
