/** `unwind completion`: prints a shell's completion script. */
import { Argument, type Command } from "commander";
import { BASH_SCRIPT, ZSH_HEAD } from "../app/command-line/completion-scripts.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
type ShellName = (typeof SHELLS)[number];

const EXAMPLES = `
The script completes commands, flags and their values, the names of routines and exercises (yours too), and settings.

Examples:
  unwind completion bash    print the script; once and for all:

  bash         echo 'source <(unwind completion bash)' >> ~/.bashrc
  zsh          echo 'source <(unwind completion zsh)' >> ~/.zshrc
  fish         unwind completion fish > ~/.config/fish/completions/unwind.fish
  PowerShell   unwind completion powershell >> $PROFILE
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .addArgument(new Argument("<shell>", "your shell").choices(SHELLS))
    .addHelpText("after", EXAMPLES)
    .action((name: ShellName) => printScript(name, shell));
}

/** The script asks `unwind complete -- words…` at each Tab: see complete.ts. */
async function printScript(name: ShellName, shell: ShellEnvironment): Promise<void> {
  if (name === "bash") return shell.write(BASH_SCRIPT);
  if (name === "zsh") shell.write(ZSH_HEAD);
  const { script } = await import("@bomb.sh/tab");
  // It prints on standard output by itself.
  script(name, "unwind", "unwind");
}
