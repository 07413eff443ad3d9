import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { environment, removeFoldersAfterwards, run, start, temporaryFolder } from "./support/program.ts";
import { workout } from "./support/workout.ts";

removeFoldersAfterwards();

const HOST = "--remote-host 127.0.0.1";

/** The first page that opens an address, as far as the session knows. */
async function openEvents(address: string) {
  const page = request(`${address}events?page=`, { agent: false }).end();
  page.on("error", () => {});
  const [response] = await once(page, "response");
  response.resume();
  return page;
}

test("key p shows the code and the addresses over a session that goes on, and any key closes it", async () => {
  using terminal = await workout(`--yes ${HOST}`, { columns: 90, rows: 30 });
  await terminal.waitFor("Next");
  terminal.press("p");
  await terminal.waitFor("On a phone in the same network");
  await terminal.waitFor("Nobody looks yet.");
  expect(terminal.screen().join("\n")).toMatch(/[▀▄█]{10}/);
  terminal.press("x");
  await terminal.waitFor("Next");
});

test("with --remote the code comes first, and a page that opens the address takes its place", async () => {
  using terminal = await workout(HOST.concat(" --remote"), { columns: 160, rows: 30 });
  await terminal.waitFor("On a phone in the same network");
  const address = /http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\//.exec(terminal.screen().join("\n"))?.[0] ?? "";
  const page = await openEvents(address);
  await terminal.waitFor("enter start");
  page.destroy();
});

test("without being asked nothing listens, and with the session the page ends", async () => {
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
  [["--remote", "--remote-port", "70000"], "--remote-port 70000: expected a whole number from 1 to 65535"],
])("run %j is refused before anything starts", async (flags, message) => {
  const { code, stdout, stderr } = await run(["run", "1x(1s plank)", "--plain", ...flags], { env: environment({}) });
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});
