import { existsSync } from "node:fs";
import { CommandFailed, exitCode, run } from "./run.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that tests drive: `RIVULET_CHROMIUM`, else the first of the usual places, else undefined. */
export function findChromium() {
  const named = process.env.RIVULET_CHROMIUM;
  if (named) {
    if (!existsSync(named))
      throw new CommandFailed(`RIVULET_CHROMIUM is ${JSON.stringify(named)}, and no such file exists. Correct it or unset it.`);
    return named;
  }
  return PLACES.find((place) => existsSync(place));
}

/**
 * Resolves to the path of Chromium, after installing Debian's package if there is none.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const manual = "Install Chromium yourself, or name one with RIVULET_CHROMIUM=/path/to/chromium, and run the command again.";
  if (!existsSync("/usr/bin/apt-get"))
    throw new CommandFailed(`The browser tests need Chromium; none was found (${PLACES.join(", ")}) and there is no apt-get. ${manual}`);
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && (await exitCode("sudo", ["-n", "true"]).catch(() => 1)) !== 0) {
    throw new CommandFailed(
      `The browser tests need Chromium. You are not root and sudo wants a password: run \`sudo apt-get install chromium\`. ${manual}`,
    );
  }
  console.log("Installing Chromium from Debian's packages (once) ...");
  const apt = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3"];
  const [command = "env", ...args] = apt;
  await run(command, [...args, "update"]);
  await run(command, [...args, "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]);
  const installed = findChromium();
  if (!installed) throw new CommandFailed(`apt-get installed chromium, but it is at none of ${PLACES.join(", ")}. ${manual}`);
  return installed;
}
