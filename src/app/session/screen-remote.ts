/** The pages of a session as the screen sees them: the code for a phone, the addresses, who looks. */
import { describeWithHint } from "../../errors.ts";
import type { RemoteStatus } from "../../remote/share-session.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { RemoteControl, RemotePrompts, RemoteView } from "../../ui/index.tsx";
import { type RemoteFlags, refuseRemoteFlags } from "../flags/session-flags.ts";
import { type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import { createRemoteAccess, type RemoteAccess } from "./remote-access.ts";

export function createScreenRemote(remote: RemoteAccess): RemoteControl {
  const listeners = new Set<() => void>();
  let view: RemoteView | null = null;
  let problem = "";
  let isOpening = false;
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const open = async () => {
    try {
      const [share, { drawQrCode }] = await Promise.all([remote.open(), import("../../remote/qr-code.ts")]);
      const { driveAddress } = share.status();
      const codes = { code: drawQrCode(driveAddress, false), invertedCode: drawQrCode(driveAddress, true) };
      const update = (status: RemoteStatus) => {
        view = { ...status, ...codes };
        changed();
      };
      share.onChange(() => update(share.status()));
      update(share.status());
    } catch (error) {
      isOpening = false;
      problem = describeWithHint(error);
      changed();
    }
  };
  return {
    prompts: remote.prompts,
    // Who looks already has read the code.
    isWanted: remote.isWanted && (remote.current()?.status().pages ?? 0) === 0,
    open: () => {
      if (isOpening) return;
      isOpening = true;
      void open();
    },
    view: () => view,
    problem: () => problem,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    allow: () => remote.current()?.allow(),
  };
}

/** Shows where a phone finds the program, before anything is asked. */
export async function showRemoteCode(remote: RemoteAccess, settings: Settings, shell: ShellEnvironment): Promise<void> {
  const { runRemoteCode } = await import("../../ui/index.tsx");
  await runRemoteCode({ remote: createScreenRemote(remote), ...screenTerminalOf(shell, settings) });
}

/**
 * Asks something on the screen outside a session and, if the person wants it, on pages that show it, too.
 *
 * @throws UserError (exit 2) for an address that is not this machine's, or a flag that changes nothing.
 */
export async function askWithPages<T>(
  settings: Settings,
  flags: RemoteFlags,
  shell: ShellEnvironment,
  ask: (prompts: RemotePrompts) => Promise<T>,
): Promise<T> {
  const remote = await createRemoteAccess(settings, flags);
  if (!remote.isWanted) refuseRemoteFlags(flags, "goes with --remote");
  try {
    if (remote.isWanted) await showRemoteCode(remote, settings, shell);
    return await ask(remote.prompts);
  } finally {
    await remote.close();
  }
}
