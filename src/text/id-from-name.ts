/** Ids for what was only given a name. */

const MAX_ID_CHARACTERS = 64;

/**
 * "Heel drop" → "heel-drop", "Élan 2" → "elan-2": small letters, figures and single hyphens, beginning with a letter.
 * Letters of other scripts become their code points, so that two names do not share an id.
 *
 * @param prefix a word of small letters, put in front of what begins with a figure: "8x squat" → "line-8x-squat".
 */
export function createIdFromName(name: string, prefix: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^\p{ASCII}]/gu, (character) =>
      /[\p{L}\p{N}]/u.test(character) ? `-${(character.codePointAt(0) ?? 0).toString(16)}-` : "-",
    );
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const id = words.join("-");
  const full = /^[a-z]/.test(id) ? id : [prefix, ...words].join("-");
  return full.slice(0, MAX_ID_CHARACTERS).replace(/-$/, "");
}
