/** How far long work has come, for who waits for it. */
import { isTerminal, type ShellEnvironment } from "./shell-environment.ts";

const BAR_CELLS = 30;

export interface ProgressBar {
  /** @param share of the work that is done, 0 to 1. */
  show(share: number): void;
  /** Takes it away. */
  clear(): void;
}

/** A bar on standard error, where that is a terminal; nothing is seen of it elsewhere. */
export function createProgressBar({ stderr }: ShellEnvironment): ProgressBar {
  if (!isTerminal(stderr)) return { show: () => {}, clear: () => {} };
  let last = -1;
  return {
    show(share) {
      const percent = Math.floor(share * 100);
      if (percent === last) return;
      last = percent;
      const cells = Math.round(share * BAR_CELLS);
      stderr.write(`\r${"█".repeat(cells)}${"░".repeat(BAR_CELLS - cells)} ${percent} %`);
    },
    clear() {
      if (last >= 0) stderr.write("\r\x1b[K");
    },
  };
}
