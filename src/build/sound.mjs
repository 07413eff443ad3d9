/**
 * Builds what sound needs beside the program: the process that plays, a file of its own because it is started by name;
 * and the encoders for a rendered session, as files of their own because LAME's licence lets anybody put another build
 * of it in their place.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as esbuild from "esbuild";

const HELPER = "sound-helper.cjs";
const ENCODERS = ["mp3.wasm", "ogg.wasm"];

/**
 * @param {string} root the package's folder
 * @param {import("esbuild").BuildOptions} options of every file
 * @returns {Promise<{ files: [string, string | Buffer][], inputs: string[], notices: string }>}
 */
export async function buildSound(root, options) {
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: ["src/sound/helper.ts"],
    outfile: HELPER,
    write: false,
    metafile: true,
    bundle: true,
    format: "cjs",
  });
  const packages = createRequire(join(root, "package.json"));
  const encoders = await Promise.all(
    ENCODERS.map(async (name) => {
      const path = packages.resolve(`wasm-media-encoders/wasm/${name.replace(".wasm", "")}`);
      return [name, await readFile(path)];
    }),
  );
  const helper = outputFiles.map(({ path, text }) => [path.endsWith(".map") ? `${HELPER}.map` : HELPER, text]);
  const kept = ["lame.txt", "vorbis.txt"].map((name) => readFile(join(root, "src/build/licences", name), "utf8"));
  const line = `\n${"-".repeat(80)}\n\n`;
  return {
    files: [...helper, ...encoders],
    inputs: Object.keys(metafile.inputs),
    notices: line + (await Promise.all(kept)).join(line),
  };
}
