// Loaded before the program: whatever is written below the folder FULL_DISK fails as on a full disk. Names are made there,
// files stay empty.
const fs = require("node:fs");
const { sep } = require("node:path");

const folder = process.env.FULL_DISK + sep;
const full = new Set();
const fail = () => {
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
};

const { openSync, closeSync, writeSync, writeFileSync, appendFileSync } = fs;
fs.openSync = (path, flags, ...rest) => {
  const descriptor = openSync(path, flags, ...rest);
  if (String(path).startsWith(folder) && flags !== "r" && flags !== undefined) full.add(descriptor);
  return descriptor;
};
fs.closeSync = (descriptor) => {
  full.delete(descriptor);
  closeSync(descriptor);
};
const isFull = (target) => full.has(target) || String(target).startsWith(folder);
fs.writeSync = (target, ...rest) => (isFull(target) ? fail() : writeSync(target, ...rest));
fs.writeFileSync = (target, ...rest) => (isFull(target) ? fail() : writeFileSync(target, ...rest));
fs.appendFileSync = (target, ...rest) => (isFull(target) ? fail() : appendFileSync(target, ...rest));
// What streams use.
const { open: openThen, write } = fs;
fs.open = (path, flags, ...rest) => {
  const done = rest.pop();
  openThen(path, flags, ...rest, (error, descriptor) => {
    if (!error && String(path).startsWith(folder) && flags !== "r") full.add(descriptor);
    done(error, descriptor);
  });
};
fs.write = (target, ...rest) => {
  if (!isFull(target)) return write(target, ...rest);
  try {
    fail();
  } catch (error) {
    process.nextTick(rest.at(-1), error);
  }
};
const { open } = fs.promises;
fs.promises.open = async (path, flags, ...rest) => {
  const handle = await open(path, flags, ...rest);
  if (String(path).startsWith(folder) && flags !== "r") handle.write = handle.writeFile = async () => fail();
  return handle;
};
require("node:module").syncBuiltinESMExports();
