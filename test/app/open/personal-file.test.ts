/** The file of a routine or an exercise of one's own, by its name. */
import { describe, expect, test } from "vitest";
import { findPersonalFile } from "../../../src/app/open/personal-file.ts";
import { context as createContext } from "../../support/catalog-context.ts";
import { temporaryFolder, write } from "../../support/catalog-files.ts";

const GOOD = '{ "name": "Legs", "blocks": [{ "exercise": { "name": "Squat", "reps": 10 } }] }\n';

async function surroundings() {
  const folder = temporaryFolder();
  const file = write(folder, "routines/legs.json", GOOD);
  return { folder, file, context: await createContext({ userDir: folder }) };
}

describe("a file is found", () => {
  test.each(["legs", "Legs", "LEGS ", "leg"])("by %j", async (name) => {
    const { folder, file, context } = await surroundings();
    expect(await findPersonalFile(name, context, folder)).toBe(file);
  });

  test("also when it cannot be read as a routine", async () => {
    const { folder, context } = await surroundings();
    const broken = write(folder, "routines/broken.json", '{ "name": "Half');
    expect(await findPersonalFile("broken", context, folder)).toBe(broken);
  });

  test("by the beginning of its name only where nothing is called just that", async () => {
    const folder = temporaryFolder();
    const file = write(folder, "routines/desk-break-long.json", GOOD.replace("Legs", "Long break"));
    write(folder, "routines/desk-break-brief.json", GOOD.replace("Legs", "Brief break"));
    const found = await createContext({ userDir: folder });
    expect(await findPersonalFile("desk-break-l", found, folder)).toBe(file);
    await expect(findPersonalFile("desk-break", found, folder)).rejects.toThrow("desk-break ships with unwind");
    await expect(findPersonalFile("desk-break-", found, folder)).rejects.toThrow(
      /could be routines.*brief.*routines.*long/,
    );
  });

  test("and what is not the person's own is told apart from what there is not", async () => {
    const { folder, context } = await surroundings();
    await expect(findPersonalFile("psoas-program", context, folder)).rejects.toMatchObject({
      exitCode: 2,
      message: "psoas-program ships with unwind and is no file of yours",
    });
    await expect(findPersonalFile("lesg", context, folder)).rejects.toMatchObject({ hint: "did you mean legs?" });
  });
});
