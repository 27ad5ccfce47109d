import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds after which a process that should be over is held by a thread in a native call: nothing else of it is left. */
const HELD = 200;
/** Milliseconds that such a thread has once its child processes are gone. */
const REST = 500;

/**
 * Makes sure that this process ends soon after it has cleaned up: a thread in a native call (`execFileSync`, a long hash) holds it, and neither
 * `terminate` nor `process.exit` ends that. First its child processes are ended, for which the call may be waiting; then the process goes by
 * the signal that asked for its end. Does nothing to a process that ends by itself.
 */
export function leaveSoon(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  setTimeout(() => {
    endChildren();
    setTimeout(() => process.kill(process.pid, signal), REST).unref();
  }, HELD).unref();
}

/** Ends the child processes that share this one's fate: not those that were detached into a group of their own. On Linux only. */
function endChildren(): void {
  try {
    const group = groupOf(process.pid);
    for (const task of readdirSync("/proc/self/task")) {
      const children = readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ");
      for (const child of children.filter((pid) => pid !== "").map(Number)) if (groupOf(child) === group) process.kill(child, "SIGKILL");
    }
  } catch {
    // No /proc here, or a child that has just ended.
  }
}

/** The process group: the third number after the name, which may hold anything, in parentheses. */
function groupOf(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2];
}
