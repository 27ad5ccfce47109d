import type { Translation } from "./i18n/catalogue.ts";
import { inWords } from "./i18n/session-locale.ts";

/** Every word that the frame around a page says, in English. Pages bring their own. */
export const englishFrame = {
  nothingWritten: "Nothing was written: call st.write.",
  loading: "Loading",
  loadFailed: "This part could not be loaded.",
  tryAgain: "Try again",
  running: "Running",
  finished: "Finished",
  stop: "Stop",
  stopping: "Stopping",
  disconnected: "Connection lost",
  retryIn: (seconds: number) => `Trying again in ${seconds} s`,
  tryNow: "Try now",
  reload: "Reload",
  closed: {
    tooBig: "The browser sent more than the server takes at once. Reload to start over.",
    badMessage: "The server did not understand this browser. Reload to start over.",
    unknownPage: "There is no such page.",
    superseded: "This session goes on in another tab.",
    versions: "This page was loaded from another version of the server. Reload to get the current one.",
  },
  useHere: "Start a new one here",
  menu: "Menu",
  theme: "Theme",
  themes: { light: "Light", dark: "Dark", system: "System" },
  rerun: "Rerun",
  print: "Print",
  getHelp: "Get help",
  reportBug: "Report a bug",
  about: "About",
  aboutRivulet: "Made with rivulet: pages in TypeScript that run from top to bottom.",
  close: "Close",
  dismiss: "Dismiss",
  showSidebar: "Show sidebar",
  hideSidebar: "Hide sidebar",
  resizeSidebar: "Sidebar width",
  startPage: "Go to the start page",
  sidebar: "Sidebar",
  pages: "Pages",
  morePages: (count: number) => `View ${inWords(count)} more`,
  fewerPages: "View fewer",
  notFound: "Page not found",
  noPageAt: (path: string) => `There is no page at ${path}.`,
  toStart: "Go to the start page",
  opensElsewhere: "opens in a new tab",
  notifications: "Notifications",
  problem: "The page cannot run",
} as const;

export type FrameText = Translation<typeof englishFrame>;

/** The words in the session's language. Read it while rendering: it changes with the language. */
export let text: FrameText = { ...englishFrame };

export function setText(words: FrameText): void {
  text = words;
}
