#!/usr/bin/env node
// Starts the built program. A CommonJS file (package.json beside it says so): Node starts it 3 ms sooner than a module.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const DIST = path.join(__dirname, "../dist");
// V8's code cache, written by the build for the Node that ran it. It saves a third of the start-up time.
const CACHE_FOLDER = path.join(DIST, `compiled-${process.version}-${process.arch}`);
/** Every built file starts with its source hash, in a comment of this length. */
const HASH_LENGTH = 72;
/**
 * So does every cached file; then come where its source starts and how long it is, in four bytes each, that source unless
 * it stands in the file of sources, and V8's code cache.
 */
const HEADER_LENGTH = HASH_LENGTH + 8;
/**
 * The sources of what most commands load, in one text after the hash. V8 keeps a string of more than 128 KB out of the
 * space for new objects, which it collects whenever a megabyte is full, and that takes milliseconds.
 */
const SOURCES = "sources";
/** The files loaded so far, by name. */
const loadedFiles = new Map();
/** What the caches must start with. */
let buildHash;
/** The content of the file of sources; without any if it is missing. */
let sources;
/** Holds one cached file after another: V8 copies what it needs, and memory that is new to the process takes long to touch. */
let room = Buffer.alloc(0);

/** Loads a file of dist as Node's `require` would, but with its code cache, if there is one. */
function loadFile(name) {
  const loaded = loadedFiles.get(name);
  if (loaded) return loaded.module.exports;
  const filename = path.join(DIST, name);
  const { source = wrapSource(fs.readFileSync(filename, "utf8")), cachedData } = readCache(name);
  const script = new vm.Script(source, { filename, cachedData });
  const module = { exports: {} };
  loadedFiles.set(name, { script, module });
  const requireFrom = (id) => (id.startsWith("./") ? loadFile(id.slice(2)) : require(id));
  script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, DIST);
  return module.exports;
}

function wrapSource(source) {
  return `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
}

/** The wrapped source of a file and its code cache; nothing if there is no cache, or if it belongs to another build. */
function readCache(name) {
  try {
    buildHash ??= readBuildHash();
    sources ??= readSources();
    const bytes = readIntoRoom(path.join(CACHE_FOLDER, name));
    // V8 itself recognises another source only by its length, so compare the hash.
    if (!startsWithHash(bytes)) return {};
    const start = bytes.readUInt32LE(HASH_LENGTH);
    const end = start + bytes.readUInt32LE(HASH_LENGTH + 4);
    const isShared = start !== HEADER_LENGTH;
    // A file that was cut off, as when the disk was full, may lack a part of the source.
    if (isShared ? sources.length < end : bytes.length <= end) return {};
    // The bytes of ASCII are its characters: no decoding, and no second file.
    return {
      source: isShared ? sources.slice(start, end) : bytes.toString("latin1", start, end),
      cachedData: bytes.subarray(isShared ? HEADER_LENGTH : alignCache(end)),
    };
  } catch {
    // No cache: V8 compiles the file.
    return {};
  }
}

function readSources() {
  const bytes = readIntoRoom(path.join(CACHE_FOLDER, SOURCES));
  return startsWithHash(bytes) ? bytes.toString("latin1") : "";
}

function startsWithHash(bytes) {
  return bytes.toString("latin1", 0, HASH_LENGTH) === buildHash;
}

/** The content of a file, until the next one is read. */
function readIntoRoom(filename) {
  const file = fs.openSync(filename);
  try {
    const { size } = fs.fstatSync(file);
    if (size > room.length) room = Buffer.allocUnsafeSlow(size);
    return room.subarray(0, fs.readSync(file, room, 0, size, 0));
  } finally {
    fs.closeSync(file);
  }
}

/** The first characters of the entry. */
function readBuildHash() {
  const bytes = Buffer.alloc(HASH_LENGTH);
  const file = fs.openSync(path.join(DIST, "cli.cjs"));
  fs.readSync(file, bytes);
  fs.closeSync(file);
  return bytes.toString("latin1");
}

/** V8 copies a code cache that does not start at a multiple of 8. */
function alignCache(offset) {
  return Math.ceil(offset / 8) * 8;
}

function start() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`unwind needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
    process.exitCode = 1;
    return;
  }
  const isDebugging = process.env.DEBUG === "unwind";
  // Stack traces then name the source. Node applies source maps only to files that it loads itself.
  if (isDebugging) process.setSourceMapsEnabled(true);
  const program = isDebugging || !fs.existsSync(CACHE_FOLDER) ? require("../dist/cli.cjs") : loadFile("cli.cjs");
  program.runProcess();
}

if (require.main === module) start();
else
  module.exports = {
    CACHE_FOLDER,
    HEADER_LENGTH,
    SOURCES,
    alignCache,
    loadFile,
    loadedFiles,
    readBuildHash,
    wrapSource,
  };
