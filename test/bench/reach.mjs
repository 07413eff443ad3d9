/**
 * What reaches a session from outside costs it: reactions of ctl, a hook that hangs, clients that flood, a page,
 * hostile requests.
 */
import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { followStepEnds, NODE, percentile, ratios, runMs, takePriority, withoutSettings } from "./measure.mjs";
import { usage } from "./terminal.mjs";

const ONE_SECOND_STEPS = "kneeling-lunge --sets 100 --hold 1 --rest 1 --prepare 1 --switch 1".split(" ");
const HOSTILE_REQUESTS = 10_000;

/** The bench of what is reached: `program` is the path of bin/unwind.js. */
export function reachBench(program) {
  return async ({ runs, seconds, surroundings }) => {
    const rows = [];
    const led = (...flags) => lead(program, surroundings, flags);

    const quiet = await led();
    const control = await socketOf(quiet.home);
    const reactions = [];
    for (let press = 0; press < 100; press++) {
      reactions.push(await ask(control, press % 2 === 0 ? "pause" : "resume"));
    }
    rows.push(ms("ctl: answer to a verb, p95", percentile(reactions, 0.95), [50]));
    await ask(control, "resume");
    const newUser = withoutSettings({ ...surroundings, env: quiet.env });
    const started = await ratios(
      {
        list: () => runMs([program, "list"], newUser),
        "ctl status": () => runMs([program, "ctl", "status"], newUser),
      },
      runs,
      newUser,
    );
    rows.push({
      name: "ctl status",
      value: started["ctl status"].ratio,
      shown: `${started["ctl status"].ratio.toFixed(2)} × node -e 0`,
      note: `list ${started.list.ratio.toFixed(2)}`,
      bar: [1.3],
    });
    await quiet.end();
    const undisturbed = await led();
    const base = await alone(undisturbed.late(seconds));
    await undisturbed.end();
    rows.push(late("step ends late, undisturbed", base));

    const hooked = await led("hook");
    rows.push(late("step ends late, with a hook that hangs at every step", await alone(hooked.late(seconds))));
    await hooked.end();

    const flooded = await led();
    const path = await socketOf(flooded.home);
    const stop = flood(path);
    rows.push(late("step ends late, while a client of ctl floods", await flooded.late(seconds)));
    stop();
    await flooded.end();

    const shared = await led("remote");
    const page = await connectPage(shared.drive);
    await sleep(3000);
    const before = usage(shared.pid).cpuSeconds;
    await sleep(10_000);
    rows.push({
      name: "CPU, with a page connected",
      value: (usage(shared.pid).cpuSeconds - before) * 10,
      shown: `${((usage(shared.pid).cpuSeconds - before) * 10).toFixed(2)} %`,
      bar: [5],
    });
    const measured = shared.late(seconds);
    const answers = await attack(shared.drive, HOSTILE_REQUESTS, seconds);
    const attacked = await measured;
    rows.push(late(`step ends late, under ${HOSTILE_REQUESTS} hostile requests`, attacked));
    const added = Math.max(0, percentile(attacked, 0.99) - percentile(base, 0.99));
    rows.push(ms("added by them, p99", added, [5]));
    rows.push({ name: "of them let in", value: answers.letIn, shown: String(answers.letIn), bar: [0] });
    page.destroy();
    await shared.end();
    return rows;
  };
}

const ms = (name, value, bar) => ({ name, value, shown: `${value.toFixed(1)} ms`, bar });
const late = (name, values) => ({ ...ms(`${name}, p99`, percentile(values, 0.99)), note: `of ${values.length}` });

/** What is timed while this process does nothing but wait. */
async function alone(measured) {
  const restorePriority = takePriority();
  const lateMs = await measured;
  restorePriority();
  return lateMs;
}

/** A session of one-second steps in a home of its own. */
async function lead(program, surroundings, flags) {
  const home = await mkdtemp(join(surroundings.cwd, "reach-"));
  const env = { ...surroundings.env, UNWIND_HOME: home, UNWIND_SOUND: "off", UNWIND_VOICE: "off", UNWIND_AWAKE: "off" };
  if (flags.includes("hook")) {
    await mkdir(join(home, "hooks"));
    await writeFile(join(home, "hooks", "step-started"), "#!/bin/sh\nexec sleep 60\n");
    await chmod(join(home, "hooks", "step-started"), 0o755);
  }
  const remote = flags.includes("remote") ? ["--remote", "--remote-host", "127.0.0.1"] : [];
  const child = spawn(NODE, [program, "run", ...ONE_SECOND_STEPS, "--json", ...remote], { cwd: home, env });
  const lateMs = [];
  let notify = () => {};
  followStepEnds(child.stdout, (ms, how) => {
    if (how === "completed") lateMs.push(ms);
    notify();
  });
  let drive = "";
  const addressed = new Promise((resolve) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      drive ||= /http:\S+/.exec(line)?.[0] ?? "";
      if (drive) resolve();
    });
  });
  if (remote.length > 0) await addressed;
  const late = async (count) => {
    // What stands in the pipe while this program starts is not late.
    await sleep(1500);
    const from = lateMs.length;
    while (lateMs.length < from + count)
      await new Promise((resolve) => {
        notify = resolve;
      });
    return lateMs.slice(from);
  };
  const end = async () => {
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  return { home, env, pid: child.pid, drive, late, end };
}

async function socketOf(home) {
  const folder = join(home, "cache", "run");
  for (;;) {
    const [name] = await readdir(folder).catch(() => []);
    if (name) return join(folder, name);
    await sleep(20);
  }
}

/** Milliseconds from the connection to the answer. */
function ask(path, verb) {
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => socket.write(`${JSON.stringify({ verb })}\n`));
    socket.on("error", reject);
    socket.on("data", () => {
      resolve(performance.now() - startedMs);
      socket.destroy();
    });
  });
}

/** One client after another sends as much as it can until it is dropped, another hangs. */
function flood(path) {
  let isOn = true;
  const text = '{"verb":"mute"}\n'.repeat(4000);
  const again = () => {
    if (!isOn) return;
    const socket = connect(path, () => socket.write(text));
    socket.on("error", () => {});
    socket.on("close", () => setTimeout(again, 5));
  };
  again();
  const hanging = connect(path);
  hanging.on("error", () => {});
  return () => {
    isOn = false;
    hanging.destroy();
  };
}

async function connectPage(drive) {
  const page = request(`${drive}events?page=`, { agent: false }).end();
  page.on("error", () => {});
  await new Promise((resolve) => page.on("response", (response) => resolve(response.resume())));
  return page;
}

/** Wrong tokens, hosts, origins, paths, sizes and slow ones, spread over some seconds. */
async function attack(drive, count, seconds) {
  const { host, origin, port, hostname } = new URL(drive);
  const guess = drive.replace(/[^/]+\/$/, "AAAAAAAAAAAAAAAAAAAAAA/");
  const kinds = [
    () => [guess, {}],
    () => [drive, { headers: { Host: "evil.example" } }],
    () => [drive, { headers: { Host: host, Origin: "http://evil.example" } }],
    () => [`${drive}../../etc/passwd`, {}],
    () => [
      `${drive}do`,
      { method: "POST", headers: { Origin: origin, "Content-Type": "application/json" }, body: "x".repeat(100_000) },
    ],
    () => [
      `${drive}do`,
      {
        method: "POST",
        headers: { Origin: origin, "Content-Type": "application/json" },
        body: '{"page":"","verb":"quit"}',
      },
    ],
    () => [`${drive}${"x".repeat(7000)}`, {}],
  ];
  let letIn = 0;
  const one = (index) => {
    if (index % 50 === 0) return openSlowly(hostname, Number(port));
    const [address, { body, ...options }] = kinds[index % kinds.length]();
    return new Promise((resolve) => {
      const asking = request(address, { ...options, agent: false, timeout: 3000 }, (response) => {
        if (response.statusCode < 400) letIn++;
        response.resume().on("close", resolve);
      });
      asking.on("error", resolve);
      asking.on("timeout", () => asking.destroy());
      asking.end(body);
    });
  };
  const startedMs = performance.now();
  for (let sent = 0; sent < count; sent += 20) {
    void Promise.all(Array.from({ length: 20 }, (_, index) => one(sent + index)));
    const dueMs = startedMs + (sent / count) * seconds * 900;
    await sleep(Math.max(0, dueMs - performance.now()));
  }
  await sleep(500);
  return { letIn };
}

/** A connection that begins a request and never ends it. */
function openSlowly(host, port) {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => socket.write("GET / HTTP/1.1\r\nHost:"));
    socket.on("error", () => {});
    socket.on("close", resolve);
  });
}
