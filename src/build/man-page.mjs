/** Makes the manual page, unwind(1), from the program's own help: commander's definitions, in the man macros of troff. */

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page of 80 columns has a margin. */
const NOTE_COLUMNS = 72;

/**
 * The page of the program that was just bundled: it is written to a temporary folder and loaded.
 *
 * @param {Map<string, string>} files the program's files by their names
 * @param {string} entry the name of its entry's file
 * @param {string} root the package's folder
 */
export async function buildManPage(files, entry, root) {
  const folder = await mkdtemp(join(tmpdir(), "unwind-build-"));
  try {
    for (const [name, content] of files) await writeFile(join(folder, name), content);
    const { buildWholeProgram, reflowText } = createRequire(import.meta.url)(join(folder, entry));
    const shell = { env: {}, columns: 80, write: () => {}, error: () => {} };
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const program = await buildWholeProgram(shell);
    return renderManPage(program, { version, date: await readReleaseDate(version, root), reflowText });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The day on which CHANGELOG.md says that a version came out. */
async function readReleaseDate(version, root) {
  const changes = await readFile(join(root, "CHANGELOG.md"), "utf8");
  const [, date] =
    changes.match(new RegExp(`^## ${version.replaceAll(".", "\\.")} - (\\d{4}-\\d{2}-\\d{2})$`, "m")) ?? [];
  if (!date) throw new Error(`CHANGELOG.md has no heading "## ${version} - YYYY-MM-DD".`);
  return date;
}

/**
 * @param {import("commander").Command} program with every command defined
 * @param {{ version: string, date: string, reflowText: (text: string, columns: number) => string }} options when this
 *   version came out ("2026-11-27"), and what fills the lines of notes
 * @returns {string} the page, for `man`
 */
function renderManPage(program, { version, date, reflowText }) {
  const notesOf = (command) => toLines(reflowText(helpAfter(command), NOTE_COLUMNS));
  const lines = [
    `.TH UNWIND 1 "${date}" "unwind ${version}" "User Commands"`,
    ".SH NAME",
    toRoff(`unwind - ${lowerFirst(program.description()).replace(/\.$/, "")}`),
    ".SH SYNOPSIS",
    `.B unwind`,
    toRoff(program.usage()),
    ".SH DESCRIPTION",
    ...notesOf(program),
    ...renderOptions(program, ".SS"),
    ".SH COMMANDS",
    ...program.commands.flatMap((command) => [...renderCommand(command), ...notesOf(command)]),
  ];
  return `${lines.join("\n")}\n`;
}

function renderCommand(command) {
  const names = [command.name(), ...command.aliases()];
  const usage = command.usage().replace(/^\[options\] ?/, "");
  return [
    `.SS unwind ${toRoff([names[0], usage].filter(Boolean).join(" "))}`,
    toRoff(`${upperFirst(command.description())}.`),
    ...(names.length > 1 ? [toRoff(`Also: ${names.slice(1).join(", ")}.`)] : []),
    ...command.registeredArguments.flatMap((argument) => renderTagged(argument.name(), describe(argument))),
    ...renderOptions(command, ".PP"),
  ];
}

/** The visible flags, under the headings of the help. */
function renderOptions(command, heading) {
  const help = command.createHelp();
  const groups = groupBy(help.visibleOptions(command), groupOf);
  return [...groups].flatMap(([title, options]) => [
    ...(heading === ".PP" ? [".PP", `.B ${toRoff(title)}`] : [`${heading} ${toRoff(title.replace(/:$/, ""))}`]),
    ...options.flatMap((option) => renderTagged(option.flags, describe(option))),
  ]);
}

const groupOf = (option) => option.helpGroupHeading ?? "Options:";

/** As `Map.groupBy`, which Node has from 21 on. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function describe({ description, argChoices, defaultValue, defaultValueDescription }) {
  const notes = [
    ...(argChoices ? [argChoices.join(", ")] : []),
    ...(defaultValue === undefined ? [] : [`default: ${defaultValueDescription ?? defaultValue}`]),
  ];
  return notes.length > 0 ? `${description} (${notes.join("; ")})` : description;
}

function renderTagged(label, text) {
  return [".TP", `.B ${toRoff(label)}`, toRoff(text)];
}

/** What stands below the flags in a command's help: notes and examples. */
function helpAfter(command) {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80 });
  command.outputHelp();
  return text.slice(command.helpInformation().length).trim();
}

/** Text as it is, with its line breaks: examples and tables stay readable. */
function toLines(text) {
  if (text === "") return [];
  return [".PP", ".nf", ...text.split("\n").map(toRoff), ".fi"];
}

/** A line of text that troff prints as it is. */
function toRoff(line) {
  const text = line.replaceAll("\\", "\\e").replaceAll("-", "\\-");
  return /^[.']/.test(text) ? `\\&${text}` : text;
}

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text) => (text.startsWith("A ") ? `a ${text.slice(2)}` : text);
