import { chromium, type Browser } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the system's Chromium, or the one that `RIVULET_CHROMIUM` names, with a profile of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.RIVULET_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}
