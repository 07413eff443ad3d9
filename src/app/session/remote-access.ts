/** The page of a session, when it is asked for: by a flag, by the setting, or later by a key. Nothing listens before that. */
import { systemClock } from "../../clock.ts";
import { describeError, UserError } from "../../errors.ts";
import type { RemoteQuestion } from "../../remote/protocol.ts";
import type { QuestionDesk, RemoteShare } from "../../remote/share-session.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { isLedOnScreen, type LeadOptions, refuseRemoteFlags, resolveSessionExtras } from "../flags/session-flags.ts";
import { resolveCueSettings, resolvePlaybackOptions } from "../flags/sound-flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** Pages, from the first question before a session to the last one after it. */
export interface RemoteAccess {
  /** Whether it was asked for by a flag or the setting. */
  readonly isWanted: boolean;
  /** What is asked on the screen, shown and answered on every page that is or will be open. */
  readonly prompts: QuestionDesk;
  /** The open share; null before it is open. */
  current(): RemoteShare | null;
  /** Opens it, once. @throws UserError if the address cannot be had. */
  open(): Promise<RemoteShare>;
  /** Shares a session on it, as soon as it is open. */
  share(session: Session): void;
  close(): Promise<void>;
}

/** @throws UserError (exit 2) for flags of a page that neither a flag, a setting nor a key on a screen can open. */
export function checkRemoteFlags(settings: Settings, options: LeadOptions, shell: ShellEnvironment): void {
  const { remote } = resolveSessionExtras(settings, options);
  if (!remote && !isLedOnScreen(options, shell)) refuseRemoteFlags(options, "goes with --remote");
}

/** @throws UserError (exit 2) for an address that is not this machine's, or a flag that changes nothing. */
export async function createRemoteAccess(settings: Settings, options: LeadOptions): Promise<RemoteAccess> {
  const { remote: isWanted } = resolveSessionExtras(settings, options);
  // What was typed is checked before anything starts.
  if (isWanted) await chooseAddress(options);
  let current: RemoteShare | null = null;
  let opening: Promise<RemoteShare> | null = null;
  let session: Session | null = null;
  let question: RemoteQuestion | null = null;
  const keyListeners = new Set<(key: string) => void>();
  const prompts: QuestionDesk = {
    show: (shown) => {
      question = shown;
      current?.questions.show(shown);
    },
    onKey: (listener) => {
      keyListeners.add(listener);
      return () => keyListeners.delete(listener);
    },
  };
  const { language, ...cues } = resolveCueSettings(settings, options);
  const { rate, volume } = resolvePlaybackOptions(settings, options);
  const open = async () => {
    const [{ RemoteShare }, { loadPageFiles }] = await Promise.all([
      import("../../remote/share-session.ts"),
      import("./remote-page.ts"),
    ]);
    const host = await chooseAddress(options);
    try {
      const port = options.remotePort ?? 0;
      current = await RemoteShare.open({ host, port, clock: systemClock, files: loadPageFiles() });
    } catch (error) {
      opening = null;
      throw describeServeError(error, options);
    }
    current.questions.onKey((key) => {
      for (const listener of keyListeners) listener(key);
    });
    current.questions.show(question);
    shareNow();
    return current;
  };
  const shareNow = () => {
    if (current && session) current.share(session, { cues, rate, volume });
  };
  return {
    isWanted,
    prompts,
    current: () => current,
    open: () => {
      opening ??= open();
      return opening;
    },
    share: (shared) => {
      session = shared;
      shareNow();
    },
    close: async () => {
      if (opening) await (await opening.catch(() => null))?.close();
    },
  };
}

/** What the person can do when the page cannot be served. */
function describeServeError(error: unknown, { remotePort }: LeadOptions): UserError {
  const what = "the page cannot be served";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (remotePort === undefined || (code !== "EADDRINUSE" && code !== "EACCES"))
    return new UserError(`${what}: ${describeError(error)}`);
  const why = code === "EADDRINUSE" ? "is taken by another program" : "needs administrator rights";
  return new UserError(`${what}: port ${remotePort} ${why}`, { hint: "without --remote-port a free one is found" });
}

async function chooseAddress({ remoteHost }: LeadOptions): Promise<string> {
  const { chooseHost } = await import("../../remote/address.ts");
  return chooseHost(remoteHost);
}
