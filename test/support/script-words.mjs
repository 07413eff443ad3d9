/** The words that one of the scripts under test/ was called with: --help prints the comment at the script's head. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * Ends the process after --help, and with exit code 2 on a flag that the script does not have or a name that it does not know.
 *
 * @param {string} script its import.meta.url.
 * @param {import("node:util").ParseArgsConfig["options"]} options its flags.
 * @param {string[]} known the names that may follow.
 */
export function readScriptWords(script, options, known) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h", default: false }, ...options },
    });
    if (values.help) {
      console.log(readHeadComment(script));
      process.exit(0);
    }
    const unknown = positionals.find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new Error(`there is no ${unknown}; ${known.length > 0 ? `there are ${known.join(", ")}` : "only flags"}`);
    return { values, names: positionals };
  } catch (error) {
    console.error(`${error.message}\n\n${readHeadComment(script)}`);
    process.exit(2);
  }
}

/** @returns a number of at least `least`; ends the process with exit code 2 if the text of the flag is no such number. */
export function readNumber(flag, text, least) {
  const number = Number(text);
  if (text.trim() !== "" && Number.isFinite(number) && number >= least) return number;
  console.error(`--${flag} ${text}: expected a number of at least ${least}`);
  process.exit(2);
}

function readHeadComment(script) {
  const [comment] = /(?<=^\/\*\*\n)[\s\S]*?(?=\n \*\/)/.exec(readFileSync(fileURLToPath(script), "utf8"));
  return comment.replaceAll(/^ \* ?/gm, "");
}
