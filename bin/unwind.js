#!/usr/bin/env node
// Starts the built program. A CommonJS file (package.json beside it says so): Node starts it 3 ms sooner than a module.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`unwind needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // Stacks then name the source; set before the program is loaded, and only when asked for, since it costs time.
  if (process.env.DEBUG === "unwind") process.setSourceMapsEnabled(true);
  require("../dist/cli.cjs").start();
}
