import { CompileError, LineIndex } from "./compile-error.ts";

/** Throws a `CompileError` that points at what is wrong in a JSON file of the user's; bundlers do not name the file. */
export function checkJson(file: string, source: string): void {
  const text = source.replace(/^\uFEFF/, "");
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /at position (\d+)/.exec(message)?.[1];
    const at = new LineIndex(text).at(offset === undefined ? text.trimEnd().length : Number(offset));
    throw new CompileError(
      "RIVULET_PAGE_SYNTAX",
      { problem: message.replace(/, "[^]*$| (in JSON )?at position .*$/, "") },
      { file, ...at },
    );
  }
}
