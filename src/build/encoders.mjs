/**
 * The encoders for a rendered session, as files of their own because LAME's licence lets anybody put another build of it
 * in their place.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const ENCODERS = ["mp3", "ogg"];

/**
 * @param {string} root the package's folder
 * @returns {Promise<{ files: [string, Buffer][], notices: string }>}
 */
export async function collectEncoders(root) {
  const packages = createRequire(join(root, "package.json"));
  const files = ENCODERS.map(async (name) => {
    const path = packages.resolve(`wasm-media-encoders/wasm/${name}`);
    return [`${name}.wasm`, await readFile(path)];
  });
  const kept = ["lame.txt", "vorbis.txt"].map((name) => readFile(join(root, "src/build/licences", name), "utf8"));
  const line = `\n${"-".repeat(80)}\n\n`;
  return { files: await Promise.all(files), notices: line + (await Promise.all(kept)).join(line) };
}
