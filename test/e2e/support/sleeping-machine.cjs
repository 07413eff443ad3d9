// Loaded before the program: when the process goes on after a stop, ten minutes have passed on all of its clocks, as if
// the machine had slept. It says so on standard error.
const { writeSync } = require("node:fs");

const SLEEP_MS = 600_000;
const monotonic = performance.now.bind(performance);
const wall = Date.now;
let sleptMs = 0;

performance.now = () => monotonic() + sleptMs;
Date.now = () => wall() + sleptMs;
process.on("SIGCONT", () => {
  sleptMs += SLEEP_MS;
  writeSync(2, "slept\n");
});
