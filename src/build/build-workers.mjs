/** Builds what the program starts by its file's name: the process that plays. */
import { basename } from "node:path";
import * as esbuild from "esbuild";

const WORKER_ENTRIES = {
  "sound-helper": "src/audio/worker/main.ts",
};

/**
 * @param {string} root the package's folder
 * @param {import("esbuild").BuildOptions} options of every file
 * @returns {Promise<{ files: [string, string][], inputs: string[] }>}
 */
export async function buildWorkers(root, options) {
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: WORKER_ENTRIES,
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    write: false,
    metafile: true,
    bundle: true,
    format: "cjs",
  });
  return { files: outputFiles.map(({ path, text }) => [basename(path), text]), inputs: Object.keys(metafile.inputs) };
}
