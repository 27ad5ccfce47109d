import { extname } from "node:path";
import { parseSync, type ESTree } from "vite";
import { CompileError, LineIndex, type Place } from "./compile-error.ts";

/** A parsed module of the user's, as written: TypeScript is still in it. */
export interface UserModule {
  readonly file: string;
  readonly code: string;
  readonly program: ESTree.Program;
  readonly place: (offset: number) => Place;
}

const LANGUAGES = {
  ".ts": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".tsx": "tsx",
  ".js": "jsx",
  ".mjs": "jsx",
  ".cjs": "jsx",
  ".jsx": "jsx",
} as const;

/** Says whether a file is a script that pages and their modules may be written in. */
export function isScriptFile(file: string): boolean {
  return extname(file) in LANGUAGES;
}

/** Parses a user's module, or throws a `CompileError` that points at the first mistake in it. `range` gives nodes what ESLint's tools read. */
export function parseUserModule(file: string, code: string, isPage = false, { range = false } = {}): UserModule {
  const lines = new LineIndex(code);
  const place = (offset: number): Place => ({ file, ...lines.at(offset) });
  const lang = LANGUAGES[extname(file) as keyof typeof LANGUAGES] ?? "ts";
  const { program, errors } = parseSync(file, code, { lang, sourceType: "module", preserveParens: true, range, showSemanticErrors: true });
  const [error] = errors.filter((found) => found.severity === "Error");
  if (error !== undefined) {
    const at = place(error.labels[0]?.start ?? 0);
    if (isPage && /^A 'return' statement can only be used/.test(error.message)) throw new CompileError("RIVULET_PAGE_RETURN", {}, at);
    const help = error.helpMessage == null ? "" : `. ${error.helpMessage}`;
    throw new CompileError("RIVULET_PAGE_SYNTAX", { problem: error.message.replace(/\.$/, "") + help }, at);
  }
  return { file, code, program, place };
}
