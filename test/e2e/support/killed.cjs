// Loaded before the program: a thread of its own kills it KILLED_AFTER ms after its first word, or after its birth where
// KILLED_FROM says so, whatever it is doing then. How late a busy machine lets the test know plays no part.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { Worker } = require("node:worker_threads");

const signal = new Int32Array(new SharedArrayBuffer(4));
const killer = `
  const { workerData: { signal, ms } } = require("node:worker_threads");
  Atomics.wait(signal, 0, 0);
  Atomics.wait(signal, 0, 1, ms);
  process.kill(process.pid, "SIGKILL");
`;
const workerData = { signal, ms: Number(process.env.KILLED_AFTER) };
new Worker(killer, { eval: true, workerData, execArgv: [], env: {} }).unref();

function begin() {
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

if (process.env.KILLED_FROM === "birth") begin();
else {
  const { writeSync } = fs;
  fs.writeSync = (descriptor, ...rest) => {
    if (descriptor === 1) begin();
    return writeSync(descriptor, ...rest);
  };
  syncBuiltinESMExports();
}
