// Loaded before the program: writes into the file NOTED, in order, which modules of Node and which files of its own the
// program loads, at what it listens, and when it first draws figures.
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

if (/unwind\.js$/.test(process.argv[1] ?? "")) {
  const note = (what, name) => fs.appendFileSync(process.env.NOTED, `${what} ${name}\n`);

  const load = Module._load;
  Module._load = (request, ...rest) => {
    const loaded = load(request, ...rest);
    if (!Module.isBuiltin(request)) return loaded;
    const name = request.replace(/^node:/, "");
    note("module", name);
    if (name === "net" || name === "http") noteListening(load("node:net"));
    return loaded;
  };

  const noteListening = ({ Server }) => {
    const { listen } = Server.prototype;
    if (listen.isNoted) return;
    Server.prototype.listen = function (...args) {
      const [at, host] = args;
      note("listens", typeof at === "string" ? at : `${host}:${at}`);
      return listen.apply(this, args);
    };
    Server.prototype.listen.isNoted = true;
  };

  for (const method of ["readFileSync", "openSync"]) {
    const read = fs[method];
    fs[method] = (file, ...rest) => {
      const name = path.basename(String(file));
      const folder = path.basename(path.dirname(String(file)));
      if (name.endsWith(".cjs") && /^(?:dist|compiled-.*)$/.test(folder)) note("file", name);
      return read(file, ...rest);
    };
  }

  let hasDrawn = false;
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (text, ...rest) => {
    if (!hasDrawn && /[\u2580-\u259f]/.test(String(text))) {
      hasDrawn = true;
      note("draws", "figures");
    }
    return write(text, ...rest);
  };
}
