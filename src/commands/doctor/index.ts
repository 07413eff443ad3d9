/** `unwind doctor`: reports on this machine, in one page that can be pasted into a bug report. */
import type { Command } from "commander";
import { writeJson, writePage } from "../../app/print.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import type { PageElement } from "../../output/page.ts";
import { VERSION } from "../../version.ts";
import { examineFiles, examineFolders, examineSettings } from "./examine-files.ts";
import { examineSystem, examineTerminal } from "./examine-terminal.ts";
import { createPathHider, type DoctorLine, type DoctorSection } from "./report.ts";

const EXAMPLES = `
The report names no person and no machine: folders are shown from ~ on, or by the variable that sets them. Nothing is
changed, and nothing is sent anywhere.

Examples:
  unwind doctor
  unwind doctor --json
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .option("--json", "print JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: { readonly json?: true }) => printReport(options, shell));
}

/** The report is complete even where something is at fault, and the exit code is 0. */
async function printReport({ json }: { readonly json?: true }, shell: ShellEnvironment): Promise<void> {
  const { examineSound } = await import("./examine-sound.ts");
  const { settings, section: settingsSection } = examineSettings(shell);
  const sections: readonly DoctorSection[] = [
    examineSystem(),
    examineTerminal(shell),
    await examineSound(settings, shell),
    examineFolders(settings, shell),
    settingsSection,
    await examineFiles(shell),
  ];
  const hidePaths = createPathHider(shell.env);
  const shown = sections.map(({ title, findings }) => ({
    title,
    findings: findings.map((finding) => ({ ...finding, text: hidePaths(finding.text) })),
  }));
  if (json) return writeJson(shell, { version: VERSION, sections: shown });
  await writePage(shell, buildPage(shown));
}

function buildPage(sections: readonly DoctorSection[]): readonly PageElement[] {
  const faults = sections.flatMap(({ findings }) => findings.filter(({ isFault }) => isFault));
  const aside =
    faults.length === 0
      ? "Everything looks fine."
      : `${faults.length === 1 ? "One thing needs" : `${faults.length} things need`} a look, marked with !`;
  return [
    { type: "title", text: `unwind ${VERSION}`, aside },
    ...sections.flatMap(({ title, findings }): PageElement[] => [
      { type: "heading", text: title },
      ...findings.map(toItem),
    ]),
  ];
}

function toItem({ label, text, isFault }: DoctorLine): PageElement {
  return { type: "item", label: `${isFault ? "!" : " "} ${label}`, text };
}
