/** Calls the user's hooks as a session goes on. It is a subscriber like any other and never delays the session. */
import type { Clock } from "../clock.ts";
import { describeError } from "../errors.ts";
import type { DatedHappening, Session } from "../session/types.ts";
import type { FoundHooks } from "./find-hooks.ts";
import { describeHookEvent, type HookName, hookOf } from "./hook-events.ts";
import type { HookLog } from "./hook-log.ts";
import { type RunningHook, runHook } from "./run-hook.ts";

/** Hooks that run at one time; while so many do, further ones are left out. */
const MAX_RUNNING = 8;

interface HookOptions {
  readonly session: Session;
  readonly sessionId: string;
  readonly hooks: FoundHooks;
  readonly log: HookLog;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

export class SessionHooks {
  readonly #options: HookOptions;
  readonly #running = new Set<RunningHook>();
  /** What went wrong with each hook, for the end. */
  readonly #problems = new Map<HookName, { readonly problem: string; times: number }>();
  /** Hooks that were spoken of: once is enough. */
  readonly #said = new Set<HookName>();
  #step: number;
  readonly #killAtExit = () => this.killAll();

  constructor(options: HookOptions) {
    this.#options = options;
    this.#step = options.session.state().step;
    process.on("exit", this.#killAtExit);
  }

  /** Takes what happened, in order. The hooks start after every other subscriber was notified. */
  readonly subscriber = (dated: readonly DatedHappening[]): void => {
    const { session, clock, hooks, sessionId } = this.#options;
    for (const one of dated) {
      const { happening } = one;
      if ("step" in happening) this.#step = happening.step;
      const hook = hookOf(happening, session.plan);
      const path = hook && hooks.files.get(hook);
      if (hook && path) {
        const message = describeHookEvent(hook, one, this.#step, session.plan, sessionId);
        clock.callAt(clock.monotonicMs(), () => this.#start(path, message));
      }
      if (happening.type === "session-ended") for (const text of this.#takeProblems()) session.addNotice(text);
    }
  };

  /** Whether a hook is still running. */
  isBusy(): boolean {
    return this.#running.size > 0;
  }

  /** Waits until every hook has ended, which takes ten seconds at most; returns what has not been said yet. */
  async finish(): Promise<readonly string[]> {
    const { clock } = this.#options;
    // The hooks of the end have started by then.
    await new Promise<void>((resolve) => void clock.callAt(clock.monotonicMs() + 1, resolve));
    while (this.#running.size > 0) await Promise.all([...this.#running].map(({ ended }) => ended));
    await this.#options.log.written();
    process.off("exit", this.#killAtExit);
    return this.#takeProblems();
  }

  killAll(): void {
    for (const hook of this.#running) hook.kill();
  }

  #start(path: string, message: ReturnType<typeof describeHookEvent>): void {
    const { env, clock, log } = this.#options;
    const { hook } = message;
    if (this.#running.size >= MAX_RUNNING) {
      this.#addProblem(hook, `was left out while ${MAX_RUNNING} others ran`);
      return;
    }
    const startedMs = clock.epochMs();
    let running: RunningHook;
    try {
      running = runHook(path, message, env, clock);
    } catch (error) {
      this.#addProblem(hook, describeError(error));
      return;
    }
    this.#running.add(running);
    void running.ended.then((result) => {
      this.#running.delete(running);
      if (result.problem !== null) this.#addProblem(hook, result.problem);
      void log.add(hook, startedMs, result);
    });
  }

  #addProblem(hook: HookName, problem: string): void {
    if (this.#said.has(hook)) return;
    const before = this.#problems.get(hook);
    if (before) before.times++;
    else this.#problems.set(hook, { problem, times: 1 });
  }

  #takeProblems(): readonly string[] {
    const texts = [...this.#problems].map(
      ([hook, { problem, times }]) =>
        `The hook ${hook} ${problem}${times > 1 ? ` (and ${times === 2 ? "once more" : `${times - 1} more times`})` : ""}; see ${this.#options.log.path}`,
    );
    for (const hook of this.#problems.keys()) this.#said.add(hook);
    this.#problems.clear();
    return texts;
  }
}
