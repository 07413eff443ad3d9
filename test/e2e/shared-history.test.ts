/** Two machines that keep one history folder in git. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  environment,
  removeFoldersAfterwards,
  run,
  runHere,
  temporaryFolder,
  writeRoutine,
} from "./support/program.ts";

removeFoldersAfterwards();

describe("two machines with one history folder in git", () => {
  test("sessions on both merge without a conflict, and the statistics are those of the union", async () => {
    const root = temporaryFolder();
    const git = (folder: string, ...words: string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.org", ...words], {
        env: environment({ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" }),
        encoding: "utf8",
      });
    const bare = join(root, "shared.git");
    execFileSync("git", ["init", "-q", "--bare", "-b", "main", bare]);
    const machine = (name: string) => {
      const history = join(root, `${name}-history`);
      const env = { UNWIND_HOME: join(root, name), UNWIND_HISTORY_DIR: history };
      return { history, env, unwind: (...words: string[]) => runHere(words, { env }) };
    };
    const [one, two] = [machine("one"), machine("two")];
    const routine = writeRoutine(root);
    const train = async (on: typeof one) => {
      expect((await run(["run", routine, "--plain", "--speed", "1000", "--count"], on)).code).toBe(0);
    };
    const stats = async (on: typeof one) => JSON.parse((await on.unwind("stats", "--json")).stdout);

    execFileSync("git", ["clone", "-q", bare, one.history], { stdio: "ignore" });
    await train(one);
    git(one.history, "add", "-A");
    git(one.history, "commit", "-qm", "first");
    git(one.history, "push", "-q", "origin", "HEAD:main");
    execFileSync("git", ["clone", "-q", bare, two.history], { stdio: "ignore" });

    // Both train, and both say something about the session that they share.
    const [shared] = JSON.parse((await one.unwind("history", "--json")).stdout);
    await train(one);
    await train(two);
    await train(two);
    await one.unwind("note", "--session", shared.id, "said on one");
    await two.unwind("note", "--session", shared.id, "said on two");
    await two.unwind("history", "edit", shared.id, "--effort", "3");
    const [alone, other] = [await stats(one), await stats(two)];
    expect([alone.sessions, other.sessions]).toEqual([2, 3]);

    git(two.history, "add", "-A");
    git(two.history, "commit", "-qm", "two");
    git(two.history, "push", "-q", "origin", "HEAD:main");
    git(one.history, "add", "-A");
    git(one.history, "commit", "-qm", "one");
    git(one.history, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main");
    git(one.history, "push", "-q", "origin", "HEAD:main");
    git(two.history, "pull", "-q", "--no-rebase", "origin", "main");
    expect(git(one.history, "status", "--porcelain")).toBe("");

    const [merged, same] = [await stats(one), await stats(two)];
    expect(merged).toEqual(same);
    expect(merged.sessions).toBe(4);
    expect(merged.tensionSeconds).toBe(alone.tensionSeconds + other.tensionSeconds - 20);
    const [told] = JSON.parse((await two.unwind("history", "--json")).stdout).filter(
      (one: { id: string }) => one.id === shared.id,
    );
    expect(told).toMatchObject({ effort: 3 });
    expect([...told.notes].sort()).toEqual(["said on one", "said on two"]);
  });
});
