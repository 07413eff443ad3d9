/** Where the sockets of running sessions are: one for each session, in a folder that only the user can enter. */
import { createHash } from "node:crypto";
import { chmodSync, readdirSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { makeFolder } from "../files/folders.ts";
import { type PersonalFolders, resolvePersonalFolders } from "../paths.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The place of the sockets, and how a socket is addressed in it. */
export interface SocketPlace {
  /** The folder of the sockets; on Windows, the folder of all named pipes. */
  readonly folder: string;
  /** What the name of every socket begins with. */
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the sockets are files, which a killed process leaves behind. */
  readonly isFolderOurs: boolean;
}

const PIPE_FOLDER = "\\\\.\\pipe\\";

/** The longest path that a socket can have, in bytes: macOS allows fewer than Linux. */
const MAX_SOCKET_PATH_BYTES = 103;

/** `$XDG_RUNTIME_DIR/unwind`, else `run` in the cache folder; with UNWIND_HOME always the latter. */
export function locateSockets(env: Environment, platform: NodeJS.Platform = process.platform): SocketPlace {
  const { cache }: PersonalFolders = resolvePersonalFolders(env);
  if (platform === "win32") {
    const person = createHash("sha256").update(cache).digest("hex").slice(0, 12);
    return { folder: PIPE_FOLDER, prefix: `unwind-${person}-`, suffix: "", isFolderOurs: false };
  }
  const runtime = env["UNWIND_HOME"] ? undefined : env["XDG_RUNTIME_DIR"];
  const folder = runtime && isAbsolute(runtime) ? join(runtime, "unwind") : join(cache, "run");
  return { folder, prefix: "", suffix: ".sock", isFolderOurs: true };
}

/** The address of a session's socket. */
export function socketPathOf({ folder, prefix, suffix }: SocketPlace, id: string): string {
  const name = `${prefix}${id}${suffix}`;
  return folder === PIPE_FOLDER ? folder + name : join(folder, name);
}

/** The ids that have a socket, alive or left behind by a process that was killed. */
export function listSocketIds({ folder, prefix, suffix }: SocketPlace): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith(suffix))
      .map((name) => name.slice(prefix.length, name.length - suffix.length));
  } catch {
    return [];
  }
}

/**
 * Makes the folder for a socket, closed to everyone else.
 *
 * @throws Error if it cannot be made or closed, or if the path is too long for a socket.
 */
export function prepareSocketFolder({ folder, isFolderOurs }: SocketPlace, path: string): void {
  if (!isFolderOurs) return;
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH_BYTES) throw new Error(`the path is too long for a socket: ${path}`);
  makeFolder(folder);
  chmodSync(folder, 0o700);
}
