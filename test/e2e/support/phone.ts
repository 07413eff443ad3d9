/** A page on a phone, as the program knows it: what it is told, and what it presses. */
import { request } from "node:http";
import type { PageMessage, RemoteQuestion } from "../../../src/remote/protocol.ts";
import type { SessionVerb } from "../../../src/session/verbs.ts";
import type { Terminal } from "./pty.ts";

/** The addresses that a code screen shows: for those who may press, and for those who only look. */
export async function addressesOn(terminal: Terminal): Promise<{ readonly drive: string; readonly look: string }> {
  await terminal.waitFor("On a phone in the same network");
  const [drive = "", look = ""] =
    terminal
      .screen()
      .join("\n")
      .match(/http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\//g) ?? [];
  return { drive, look };
}

/** The address for those who may press. */
export const addressOn = async (terminal: Terminal): Promise<string> => (await addressesOn(terminal)).drive;

/** Opens the address; `close` it. */
export async function openPhone(address: string) {
  let page = "";
  let question: RemoteQuestion | null = null;
  let text = "";
  const waiting = new Set<() => void>();
  const take = (message: PageMessage) => {
    if (message.type === "hello") page = message.page;
    if (message.type === "question") question = message.question;
    for (const look of [...waiting]) look();
  };
  const events = request(`${address}events?page=`, { agent: false }, (response) => {
    response.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (text + chunk).split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) take(JSON.parse(part.replace(/^data: /, "")));
    });
    response.on("error", () => {});
  });
  events.on("error", () => {}).end();

  /** Waits until a question is asked whose title, text or answers match. */
  const asks = (wanted: RegExp) =>
    new Promise<RemoteQuestion>((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error(`no ${wanted}; asked: ${JSON.stringify(question)}`)), 15_000);
      const look = () => {
        if (question === null || !wanted.test(JSON.stringify(question))) return;
        clearTimeout(giveUp);
        waiting.delete(look);
        resolve(question);
      };
      waiting.add(look);
      look();
    });

  const send = (body: object) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { "Content-Type": "application/json", Origin: new URL(address).origin };
      const asking = request(`${address}do`, { method: "POST", headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.on("error", reject);
      asking.end(JSON.stringify({ page, ...body }));
    });
  const press = (key: string) => send({ key });
  const drive = (verb: SessionVerb) => send({ verb });
  return { asks, press, drive, close: () => events.destroy() };
}
