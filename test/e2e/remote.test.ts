import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOn, openPhone } from "./support/phone.ts";
import { environment, removeFoldersAfterwards, run, start, temporaryFolder } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";
import { workout } from "./support/workout.ts";

removeFoldersAfterwards();

const HOST = "--remote-host 127.0.0.1";

test("key p shows the code and the addresses over a session that goes on, and any key closes it", async () => {
  using terminal = await workout(`--yes ${HOST}`, { columns: 90, rows: 30 });
  await terminal.waitFor("Next");
  terminal.press("p");
  await terminal.waitFor("On a phone in the same network");
  await terminal.waitFor("No page is open yet.");
  expect(terminal.screen().join("\n")).toMatch(/[▀▄█]{10}/);
  terminal.press("x");
  await terminal.waitFor("Next");
});

test("with --remote the code comes first, and a page that opens the address takes its place", async () => {
  using terminal = await workout(HOST.concat(" --remote"), { columns: 160, rows: 30 });
  const phone = await openPhone(await addressOn(terminal));
  await terminal.waitFor("enter start");
  phone.close();
});

/** What stands in the only file below a folder of the person's. */
function onlyFile(...folder: string[]): unknown {
  const names = readdirSync(join(...folder), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  expect(names).toHaveLength(1);
  return JSON.parse(readFileSync(join(...folder, names[0] as string), "utf8"));
}

test("the Thomas test is answered on the phone alone, from its beginning to its result", async () => {
  using terminal = await openTerminal({ columns: 100, rows: 30 });
  terminal.run(`assess --remote ${HOST}`);
  const phone = await openPhone(await addressOn(terminal));
  const answers: readonly (readonly [asked: RegExp, key: string])[] = [
    [/begins/, "enter"],
    [/left leg hangs/, "enter"],
    [/Does anything hurt/, "1"],
    [/lower back flat/, "1"],
    [/Where does the thigh/, "1"],
    [/kneecap/, "1"],
    [/Straighten the hanging knee/, "2"],
    [/measure the thigh/, "2"],
    [/Degrees of the thigh/, "1"],
    [/"typed":"1"/, "5"],
    [/"typed":"15"/, "enter"],
    [/Once more/, "enter"],
    [/Degrees between/, "enter"],
    [/right leg hangs/, "enter"],
    [/right side.*Does anything hurt|Does anything hurt.*right side/i, "2"],
  ];
  for (const [asked, key] of answers) {
    await phone.asks(asked);
    expect(await phone.press(key)).toBe(204);
  }
  expect((await phone.asks(/the result/)).lines.join(" ")).toMatch(/Left side may be short: psoas.*Right side hurts/);
  await phone.press("enter");
  expect(await terminal.exit()).toBe(0);
  phone.close();
  expect(await terminal.givenBack()).toEqual([]);
  expect(onlyFile(terminal.folder, "assessments")).toMatchObject({ sides: { right: { pain: "hip" } } });
});

test("the screening before a session is answered on the phone, and the session begins behind it", async () => {
  using terminal = await openTerminal({ columns: 100, rows: 30, env: { UNWIND_SCREENING: "on" } });
  terminal.run(`run psoas-march --remote ${HOST}`);
  const phone = await openPhone(await addressOn(terminal));
  expect((await phone.asks(/Before you stretch/)).choices.map(({ key }) => key).join("")).toMatch(/^e1\d*n$/);
  await phone.press("1");
  await phone.asks(/☑/);
  await phone.press("enter");
  await phone.asks(/See someone first/);
  await phone.press("enter");
  await phone.asks(/Yes, continue anyway/);
  await phone.press("2");
  await terminal.waitFor("enter start");
  expect(onlyFile(terminal.folder, "screenings")).toMatchObject({ decision: "go-on" });
  expect(await phone.drive("done")).toBe(204);
  await terminal.waitFor("Left side first");
  phone.close();
});

test("the page is served at the address that is shown, and ends with the session", async () => {
  const home = temporaryFolder();
  const { child, ended } = start(["run", "1x(60s plank)", "--plain", "--remote", ...HOST.split(" ")], {
    input: null,
    env: { UNWIND_HOME: home },
  });
  const [text] = await once(child.stderr, "data");
  const [, port] = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(String(text)) ?? [];
  expect(await isListening(Number(port))).toBe(true);
  child.kill("SIGTERM");
  await ended;
  expect(await isListening(Number(port))).toBe(false);
});

test("the page is served at the port that is asked for; one that is taken is named, and the session runs", async () => {
  const taken = createServer();
  await once(taken.listen(0, "127.0.0.1"), "listening");
  const { port } = taken.address() as AddressInfo;
  const words = ["run", "1x(1s plank)", "--prepare", "0", "--plain", "--remote", ...HOST.split(" ")];
  const refused = await run([...words, "--remote-port", String(port)]);
  expect(refused).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^unwind: the page cannot be served: .*EADDRINUSE/),
  });
  expect(refused.stdout).toContain("finished");
  await new Promise((resolve) => taken.close(resolve));
  const served = await run([...words, "--remote-port", String(port)]);
  expect(served.stderr).toMatch(new RegExp(`On a phone: http://127\\.0\\.0\\.1:${port}/`));
});

test.each([
  ["a setting", ["config", "set", "remote", "on"]],
  ["a variable", []],
])("%s asks for the page as the flag does", async (_what, set) => {
  const home = temporaryFolder();
  if (set.length > 0) expect((await run(set, { env: { UNWIND_HOME: home } })).code).toBe(0);
  const env = { UNWIND_HOME: home, ...(set.length === 0 && { UNWIND_REMOTE: "on" }) };
  const words = ["run", "1x(1s plank)", "--prepare", "0", "--plain"];
  expect((await run([...words, ...HOST.split(" ")], { env })).stderr).toContain("On a phone: http://127.0.0.1:");
});

test("after twenty wrong addresses nobody new comes in until the person allows it at the terminal", async () => {
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

test("without a screen it is allowed by a line, and said on standard error", async () => {
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

test.each([
  [["--remote", "--remote-host", "8.8.8.8"], "--remote-host 8.8.8.8: not an address of this machine"],
  [["--remote", "--remote-port", "0"], "--remote-port 0: expected a whole number from 1 to 65535"],
  [["--remote", "--remote-port", "70000"], "--remote-port 70000: expected a whole number from 1 to 65535"],
])("run %j is refused before anything starts", async (flags, message) => {
  const { code, stdout, stderr } = await run(["run", "1x(1s plank)", "--plain", ...flags], { env: environment({}) });
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});

test.each([
  ["assess history --remote", "--remote goes with the test that is led on the screen"],
  ["assess --left pain=hip --remote-port 8080", "--remote-port goes with the test that is led on the screen"],
  ["screen --json --remote", "--remote goes with the questions on the screen"],
])("%s would change nothing and is refused", async (words, message) => {
  const { code, stderr } = await run(words.split(" "));
  expect([code, stderr]).toEqual([2, `unwind: ${message}\n`]);
});
