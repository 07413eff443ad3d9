/** Who reaches the page of a session, where, and for how long. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { addressOn } from "./support/phone.ts";
import { removeFoldersAfterwards, run, runHere, start, temporaryFolder } from "./support/program.ts";
import { workout } from "./support/workout.ts";

removeFoldersAfterwards();

const HOST = "--remote-host 127.0.0.1";

test.concurrent("the page is served at the address that is shown, and ends with the session", async () => {
  const home = temporaryFolder();
  const { child, ended } = start(["run", "1x(60s plank)", "--plain", "--remote", ...HOST.split(" ")], {
    input: null,
    env: { UNWIND_HOME: home },
  });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const port = await waitFor(() => /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1]);
  expect(await isListening(Number(port))).toBe(true);
  child.kill("SIGTERM");
  await ended;
  expect(await isListening(Number(port))).toBe(false);
});

test.concurrent("the page is served at the port that is asked for; one that is taken is named, and the session runs", async () => {
  const taken = createServer();
  await once(taken.listen(0, "127.0.0.1"), "listening");
  const { port } = taken.address() as AddressInfo;
  const words = ["run", "1x(1s plank)", "--prepare", "0", "--plain", "--remote", ...HOST.split(" ")];
  const refused = await run([...words, "--remote-port", String(port)]);
  expect(refused).toMatchObject({
    code: 0,
    stderr: `unwind: the page cannot be served: port ${port} is taken by another program; without --remote-port a free one is found\n`,
  });
  expect(refused.stdout).toContain("finished");
  await new Promise((resolve) => taken.close(resolve));
  const served = await run([...words, "--remote-port", String(port)]);
  expect(served.stderr).toMatch(new RegExp(`On a phone: http://127\\.0\\.0\\.1:${port}/`));
});

test.concurrent.each([
  ["a setting", ["config", "set", "remote", "on"]],
  ["a variable", []],
])("%s asks for the page as the flag does", async (_what, set) => {
  const home = temporaryFolder();
  if (set.length > 0) expect((await runHere(set, { env: { UNWIND_HOME: home } })).code).toBe(0);
  const env = { UNWIND_HOME: home, ...(set.length === 0 && { UNWIND_REMOTE: "on" }) };
  const words = ["run", "1x(1s plank)", "--prepare", "0", "--plain"];
  expect((await run([...words, ...HOST.split(" ")], { env })).stderr).toContain("On a phone: http://127.0.0.1:");
});

test.concurrent("after twenty wrong addresses nobody new comes in until the person allows it at the terminal", async () => {
  using terminal = await workout(HOST.concat(" --yes"), { columns: 160, rows: 40 });
  await terminal.waitFor("Next");
  terminal.press("p");
  const address = await addressOn(terminal);
  await guessWrong(address);
  await terminal.waitFor("Wrong addresses were tried");
  expect(await statusOf(address)).toBe(403);
  terminal.press("a");
  await terminal.waitUntil((screen) => !screen.join("\n").includes("Wrong addresses"), "it is allowed again");
  expect(await statusOf(address)).toBe(200);
});

test.concurrent("connections that say nothing, or stop half-way, are cut", async () => {
  const { child, ended } = start(["run", "1x(60s plank)", "--plain", "--remote", ...HOST.split(" ")], { input: null });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const port = Number(await waitFor(() => /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1]));
  const cut = (text: string) =>
    new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.on("error", () => {});
      socket.resume().on("close", () => resolve());
    });
  await Promise.all([cut(""), cut("GET / HTTP/1.1\r\nHost: "), cut("\u0000\u0001garbage\r\n\r\n")]);
  // By the server, which goes on: the session has not ended.
  expect(await isListening(port)).toBe(true);
  child.kill("SIGTERM");
  await ended;
});

test.concurrent("without a screen it is allowed by a line, and said on standard error", async () => {
  const { child, ended } = start(["run", "1x(60s plank)", "--plain", "--remote", ...HOST.split(" ")], { input: null });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const address = await waitFor(() => /http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\//.exec(said)?.[0]);
  await guessWrong(address);
  await waitFor(() => said.includes("no new page is let in"));
  expect(await statusOf(address)).toBe(403);
  child.stdin.write("a\n");
  await waitFor(async () => (await statusOf(address)) === 200);
  child.stdin.write("q\n");
  await ended;
});

async function waitFor<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The status of a page that is asked for; null if the connection is cut. */
const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => null,
  );

/** Tries twenty addresses that are none, at once; their answers are not waited for. */
async function guessWrong(address: string): Promise<void> {
  const guess = address.replace(/[^/]+\/$/, `${"A".repeat(22)}/`);
  await Promise.all(Array.from({ length: 20 }, () => statusOf(guess)));
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

test.concurrent.each([
  [["--remote", "--remote-host", "8.8.8.8"], "--remote-host 8.8.8.8: not an address of this machine"],
  [["--remote", "--remote-port", "0"], "--remote-port 0: expected a whole number from 1 to 65535"],
  [["--remote", "--remote-port", "70000"], "--remote-port 70000: expected a whole number from 1 to 65535"],
])("run %j is refused before anything starts", async (flags, message) => {
  const { code, stdout, stderr } = await runHere(["run", "1x(1s plank)", "--plain", ...flags]);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});

test.concurrent.each([
  ["assess history --remote", "--remote goes with the guided test on the screen"],
  ["run desk-break --remote-port 8080", "--remote-port goes with --remote"],
  ["run desk-break --json --remote-host 127.0.0.1", "--remote-host goes with --remote"],
  ["assess --left pain=hip --remote-port 8080", "--remote-port goes with the guided test on the screen"],
  ["screen --json --remote", "--remote goes with the questions on the screen"],
])("%s would change nothing and is refused", async (words, message) => {
  const { code, stderr } = await runHere(words.split(" "));
  expect([code, stderr]).toEqual([2, `unwind: ${message}\n`]);
});
