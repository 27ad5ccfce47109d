import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface StackFrame {
  readonly name: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where rivulet's own packages keep their code: beside the one that this file belongs to. */
const OWN_FOLDERS = ["server", "protocol", "rivulet", "testing"].flatMap((name) => {
  const packages = fileURLToPath(new URL("../../../..", import.meta.url));
  return [join(packages, name, "dist/"), join(packages, name, "src/")];
});

const FRAME = /^\s*at (?:async )?(?:(.+?) \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).+?):(\d+):(\d+)\)?$/;

/** The frames of a stack that are in the user's own modules, innermost first; none of rivulet, of packages or of Node. */
export function userFrames(stack: string): readonly StackFrame[] {
  return stack.split("\n").flatMap((text) => {
    const match = FRAME.exec(text);
    if (match === null) return [];
    const file = pathOf(match[2] ?? "");
    return isUserFile(file) ? [{ name: nameOf(match[1]), file, line: Number(match[3]), column: Number(match[4]) }] : [];
  });
}

function isUserFile(file: string): boolean {
  return !/[\\/]node_modules[\\/]/.test(file) && !OWN_FOLDERS.some((folder) => file.startsWith(folder));
}

function pathOf(place: string): string {
  const path = place.replace(/\?[^?]*$/, "");
  return path.startsWith("file://") ? fileURLToPath(path) : path;
}

/** The page's own body is a function only to us; what the compiler or Node put in front of a name says nothing to the user. */
function nameOf(name: string | undefined): string | undefined {
  const plain = name?.replace(/^(new |Object\.|Module\.|Proxy\.|_?_?rivulet_)+/, "").replace(/ \[as .+\]$/, "");
  return plain === undefined || plain === "" || plain === "<anonymous>" || plain === "eval" ? undefined : plain;
}
