/** `unwind ctl`: drives a running session from another terminal, a script or a key binding, and says where it stands. */
import type { Command } from "commander";
import { writeTable } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { systemClock } from "../clock.ts";
import { askSession, findSessions, streamAnswer } from "../control/client.ts";
import type { ControlReply, ControlRequest } from "../control/protocol.ts";
import { listSocketIds, locateSockets, type SocketPlace } from "../control/socket-paths.ts";
import {
  fillTemplate,
  findUnknownField,
  formatStatusLine,
  type LiveStatus,
  TEMPLATE_FIELD_NAMES,
} from "../control/status.ts";
import { EXIT_CODES, SilentExit, UserError } from "../errors.ts";
import { isSessionVerb, SESSION_VERBS } from "../session/verbs.ts";
import { suggestNearMiss } from "../text/near-miss.ts";
import { nameRoutine } from "../text/routine-name.ts";

interface ControlOptions {
  readonly session?: string;
  readonly json?: true;
  readonly format?: string;
}

const ACTIONS = ["status", "watch", "list", ...SESSION_VERBS];

const EXAMPLES = `
What it can do:
  status    one line about the session; --json and --format for programs
  watch     the JSON lines of "unwind run --json" as they happen
  list      the running sessions
  ${SESSION_VERBS.join(", ")}: as the keys do on the screen

Without --session it takes the session that was opened last. With none running it exits with 3; status then prints an
empty line. --format takes the names ${TEMPLATE_FIELD_NAMES.join(", ")} in braces.

Examples:
  unwind ctl toggle
  unwind ctl done
  unwind ctl status --format '{phase} {time}'
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<action>", "what to do")
    .option("--session <id>", "which session, by the beginning of its id")
    .option("--json", "status and list as JSON")
    .option("--format <template>", "status as a text of your own, such as '{phase} {time}'")
    .addHelpText("after", EXAMPLES)
    .action((action: string, options: ControlOptions) => control(action, options, shell));
}

async function control(action: string, options: ControlOptions, shell: ShellEnvironment): Promise<void> {
  checkOptions(action, options);
  const place = locateSockets(shell.env);
  if (action === "list") return listSessions(await findSessions(systemClock, place), options, shell);
  if (action === "status") return printStatus(place, options, shell);
  const id = await selectSession(place, options);
  if (id === null) throw createNoSessionError(options);
  if (action === "watch") return watch(place, id, options, shell);
  if (!isSessionVerb(action)) throw new Error(`${action} is not handled`);
  const reply = await askSession(systemClock, place, id, { verb: action } satisfies ControlRequest);
  if (reply === null) throw createNoSessionError(options);
  const why = "why" in reply ? reply.why : "error" in reply ? reply.error : null;
  if (why !== null) throw new UserError(why);
}

/** @throws UserError for an unknown action, a flag that changes nothing there, or a template that cannot be filled in. */
function checkOptions(action: string, { json, format, session }: ControlOptions): void {
  if (!ACTIONS.includes(action)) {
    throw new UserError(`ctl cannot do "${action}"`, {
      hint: suggestNearMiss(action, ACTIONS) ?? `it can do ${ACTIONS.join(", ")}`,
    });
  }
  if (format !== undefined && action !== "status") throw new UserError("--format is for ctl status");
  if (json && action !== "status" && action !== "list") throw new UserError("--json is for ctl status and ctl list");
  if (json && format !== undefined) throw new UserError("either --json or --format");
  if (session !== undefined && action === "list") throw new UserError("ctl list names every session");
  const unknown = findUnknownField(format ?? "");
  if (unknown !== undefined) {
    throw new UserError(`--format: there is no {${unknown}}`, {
      hint: suggestNearMiss(unknown, TEMPLATE_FIELD_NAMES) ?? `there are ${TEMPLATE_FIELD_NAMES.join(", ")}`,
    });
  }
}

/** The id of the session to talk to; null if there is none. Usually there is one socket, and nothing has to be asked. */
async function selectSession(place: SocketPlace, { session }: ControlOptions): Promise<string | null> {
  const ids = listSocketIds(place);
  if (ids.length <= 1 && session === undefined) return ids[0] ?? null;
  const found = await findSessions(systemClock, place);
  const wanted = found.filter(({ id }) => id.startsWith((session ?? "").trim().toLowerCase()));
  if (session !== undefined && wanted.length > 1 && wanted[0]?.id !== session) {
    throw new UserError(`${wanted.length} sessions begin with "${session}"`, {
      hint: "see them with: unwind ctl list",
    });
  }
  return wanted[0]?.id ?? null;
}

function createNoSessionError({ session }: ControlOptions): UserError {
  const which = session === undefined ? "no session is running" : `no session "${session}" is running`;
  return new UserError(which, { exitCode: EXIT_CODES.noSession });
}

async function printStatus(place: SocketPlace, options: ControlOptions, shell: ShellEnvironment): Promise<void> {
  const id = await selectSession(place, options);
  const reply = id === null ? null : await askSession(systemClock, place, id, { get: "status" });
  if (reply === null || !isStatus(reply)) {
    shell.write("\n");
    throw new SilentExit(EXIT_CODES.noSession);
  }
  if (options.json) shell.write(`${JSON.stringify(reply)}\n`);
  else shell.write(`${options.format === undefined ? formatStatusLine(reply) : fillTemplate(options.format, reply)}\n`);
}

function isStatus(reply: ControlReply): reply is LiveStatus {
  return "openedAt" in reply;
}

async function watch(place: SocketPlace, id: string, options: ControlOptions, shell: ShellEnvironment): Promise<void> {
  const { socket, closed } = streamAnswer(place, id, { get: "watch" }, (line) => shell.write(`${line}\n`));
  const stop = () => socket.destroy();
  shell.signal.addEventListener("abort", stop);
  if (shell.signal.aborted) stop();
  await closed.catch(() => {
    throw createNoSessionError(options);
  });
}

async function listSessions(
  sessions: readonly LiveStatus[],
  { json }: ControlOptions,
  shell: ShellEnvironment,
): Promise<void> {
  if (json) {
    shell.write(`${JSON.stringify(sessions)}\n`);
    return;
  }
  if (sessions.length === 0) throw createNoSessionError({});
  const columns = [{ title: "id", minWidth: 10 }, { title: "routine", minWidth: 12 }, { title: "stands at" }];
  await writeTable(
    shell,
    columns,
    sessions.map((one) => [one.id, nameRoutine(one), formatStatusLine(one)]),
  );
}
