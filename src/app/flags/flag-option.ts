/** A flag that can say, when its value is wrong or missing, a value that works. */
import { Option } from "commander";
import { UserError } from "../../errors.ts";

export class FlagOption extends Option {
  /** A value that works. */
  readonly example: string;
  /** The id of an exercise that the value can be limited to: `--reps psoas-march=12`. */
  readonly exampleExercise: string | undefined;

  constructor(flags: string, about: string, example: string, exampleExercise?: string) {
    super(flags, about);
    this.example = example;
    this.exampleExercise = exampleExercise;
  }

  /** "for example --reps 12, or --reps psoas-march=12 for one exercise" */
  get hint(): string {
    const plain = `for example ${this.long} ${this.example}`;
    if (this.exampleExercise === undefined) return plain;
    return `${plain}, or ${this.long} ${this.exampleExercise}=${this.example} for one exercise`;
  }

  /** Reads the value with `read`; a UserError of it gets the example as its hint, unless it has one. */
  readWith<T>(read: (text: string, before: T | undefined) => T): this {
    this.argParser<T>((text, before) => {
      try {
        return read(text, before);
      } catch (error) {
        if (!(error instanceof UserError) || error.hint !== undefined) throw error;
        throw new UserError(error.message, { exitCode: error.exitCode, hint: this.hint });
      }
    });
    return this;
  }
}
