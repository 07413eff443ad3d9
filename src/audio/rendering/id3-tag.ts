/** Chapters of an audio file: ID3 tags for an MP3, so that a phone can jump from exercise to exercise. */
import { ID3Writer } from "browser-id3-writer";

export interface Chapter {
  readonly atMs: number;
  readonly title: string;
}

/** A table of contents has one byte for its count. */
const MAX_CHAPTERS = 255;

/** The tag that stands before the sound of an MP3. */
export function buildId3Tag(title: string, chapters: readonly Chapter[], durationMs: number): Uint8Array {
  const writer = new ID3Writer(new ArrayBuffer(0));
  writer.setFrame("TIT2", title).setFrame("TALB", "unwind").setFrame("TLEN", Math.round(durationMs));
  const marked = chapters.slice(0, MAX_CHAPTERS);
  for (const [index, { atMs, title: name }] of marked.entries()) {
    writer.setFrame("CHAP", {
      id: `chapter${index}`,
      startTime: Math.round(atMs),
      endTime: Math.round(marked[index + 1]?.atMs ?? durationMs),
      subFrames: { TIT2: name },
    });
  }
  if (marked.length > 0) {
    const childElementIds = marked.map((_, index) => `chapter${index}`);
    writer.setFrame("CTOC", { id: "contents", ordered: true, topLevel: true, childElementIds });
  }
  return new Uint8Array(writer.addTag());
}
