#!/usr/bin/env node
// Starts the built program. A CommonJS file (package.json beside it says so): Node starts it 3 ms sooner than a module.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const dist = path.join(__dirname, "../dist");
// What V8 has compiled of the program, kept by the build for the Node that built it; a third of the start-up time.
const compiled = path.join(dist, `compiled-${process.version}-${process.arch}`);
const pieces = new Map();
/** How much of a piece, and of what was compiled of it, says what it was built from. */
const MARK = 72;

/** One piece of the program, from what V8 has compiled of it if there is such. */
function load(name) {
  const known = pieces.get(name);
  if (known) return known.module.exports;
  const filename = path.join(dist, name);
  const source = fs.readFileSync(filename, "utf8");
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new vm.Script(wrapped, { filename, cachedData: compiledOf(name, source) });
  const module = { exports: {} };
  pieces.set(name, { script, module, mark: source.slice(0, MARK) });
  const wanted = (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
  script.runInThisContext().call(module.exports, module.exports, wanted, module, filename, dist);
  return module.exports;
}

function compiledOf(name, source) {
  try {
    const bytes = fs.readFileSync(path.join(compiled, name));
    // V8 tells another source only by its length.
    if (bytes.toString("latin1", 0, MARK) === source.slice(0, MARK)) return bytes.subarray(MARK);
  } catch {
    // There is none.
  }
  return undefined;
}

function start() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`unwind needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
    process.exitCode = 1;
    return;
  }
  const detailed = process.env.DEBUG === "unwind";
  // Stacks then name the source; Node follows source maps only in what it loads itself.
  if (detailed) process.setSourceMapsEnabled(true);
  const program = detailed || !fs.existsSync(compiled) ? require("../dist/cli.cjs") : load("cli.cjs");
  program.runProcess();
}

if (require.main === module) start();
else module.exports = { load, pieces, compiled };
