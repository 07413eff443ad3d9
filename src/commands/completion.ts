/** `unwind completion`: prints a shell's completion script. */
import { Argument, type Command } from "commander";
import type { ShellEnvironment } from "../app/shell-environment.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
type ShellName = (typeof SHELLS)[number];

const EXAMPLES = `
The script completes commands, flags and their values, the names of routines and exercises (yours too), and settings.

Examples:
  unwind completion bash    print the script; once and for all:

  bash         echo 'source <(unwind completion bash)' >> ~/.bashrc
  zsh          echo 'source <(unwind completion zsh)' >> ~/.zshrc       (after compinit)
  fish         unwind completion fish > ~/.config/fish/completions/unwind.fish
  PowerShell   unwind completion powershell >> $PROFILE
`;

/**
 * The library's script for bash calls a function of the package bash-completion, and cannot be sourced twice. What goes
 * around it mends both.
 */
const BASH_HEAD = `if ! declare -F __unwind_complete > /dev/null; then
declare -F _get_comp_words_by_ref > /dev/null || _get_comp_words_by_ref() {
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD - 1]}
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
}
`;
const BASH_TAIL = "fi\n";

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .addArgument(new Argument("<shell>", "your shell").choices(SHELLS))
    .addHelpText("after", EXAMPLES)
    .action((name: ShellName) => printScript(name, shell));
}

/** The script asks `unwind complete -- words…` at each Tab: see complete.ts. */
async function printScript(name: ShellName, shell: ShellEnvironment): Promise<void> {
  const { script } = await import("@bomb.sh/tab");
  if (name === "bash") shell.write(BASH_HEAD);
  // It prints on standard output by itself.
  script(name, "unwind", "unwind");
  if (name === "bash") shell.write(BASH_TAIL);
}
