import type { Translation } from "../i18n/catalogue.ts";
import { inDigits, inWords } from "../i18n/session-locale.ts";

/** Every word that elements say of themselves, in English. */
export const englishElements = {
  help: "Help",
  clear: "Clear",
  close: "Close",
  open: "Open",
  copy: "Copy",
  copied: "Copied",
  remove: (label: string) => `Remove ${label}`,
  minimum: "minimum",
  maximum: "maximum",
  options: "Options",
  choose: "Choose an option",
  chooseMany: "Choose options",
  chooseOrAdd: "Choose or add an option",
  chooseOrAddMany: "Choose or add options",
  add: (label: string) => `Add “${label}”`,
  selectAll: "Select all",
  selectFound: (count: number) => `Select all ${inWords(count)} found`,
  noOptions: "No options",
  noMatch: "Nothing found",
  more: (count: number) => `${inWords(count)} more: type to search`,
  full: (max: number) => `No more than ${inWords(max)} can be chosen`,
  chooseColor: "Choose a colour",
  date: {
    open: "Open the calendar",
    previousMonth: "Previous month",
    nextMonth: "Next month",
    month: "Month",
    year: "Year",
    time: "Time",
    expected: (format: string) => `Expected: ${format}`,
    from: (first: string) => `from ${first}`,
    to: (last: string) => `to ${last}`,
  },
  pressEnter: "Enter to apply",
  enterSubmits: "Enter to submit",
  ctrlEnter: (apple: boolean) => `${apple ? "⌘" : "Ctrl+"}Enter to apply`,
  ctrlEnterSubmits: (apple: boolean) => `${apple ? "⌘" : "Ctrl+"}Enter to submit`,
  invalid: {
    default: "This is not in the expected form",
    password: "This is not in the expected form",
    email: "This is no mail address",
    url: "This is no web address: it begins with https://",
    phone: "This is no phone number",
    search: "This is not in the expected form",
  },
  placeholders: {
    phone: "+44 20 7946 0018",
    search: "Search",
  },
  characters: (used: number, max: number) => `${inWords(used)}/${inWords(max)}`,
  showPassword: "Show password",
  up: "up",
  down: "down",
  trend: (first: string, last: string, low: string, high: string) => `Trend from ${first} to ${last}, lowest ${low}, highest ${high}`,
  code: "Code",
  table: "Table",
  formula: "Formula",
  stack: "Call stack",
  errorId: (id: string) => `Error ${id}: the server's log has the details.`,
  seconds: (seconds: number) => `${inWords(seconds, 1)} s`,
  linkToHeading: (heading: string) => `Link to “${heading}”`,
  done: "done",
  toDo: "to do",
  state: { running: "Running", complete: "Complete", error: "Failed" },
  scrollable: "Scrollable content",
  progress: "Progress",
  feedback: "Feedback",
  thumbs: ["Thumbs down", "Thumbs up"],
  faces: ["Very unhappy", "Unhappy", "Neutral", "Happy", "Very happy"],
  stars: ["1 of 5 stars", "2 of 5 stars", "3 of 5 stars", "4 of 5 stars", "5 of 5 stars"],
  pagination: "Pagination",
  page: (page: number) => `Page ${inDigits(page)}`,
  previousPage: "Previous page",
  nextPage: "Next page",
  pageOf: (page: number, pages: number) => `${inDigits(page)} of ${inDigits(pages)}`,
  fileGone: "This file is not there any more. Load the page again.",
  alert: { success: "Success", info: "Note", warning: "Warning", error: "Error" },
} as const;

export type ElementText = Translation<typeof englishElements>;

/** The words in the session's language. Read it while rendering: it changes with the language. */
export let elementText: ElementText = { ...englishElements };

export function setElementText(words: ElementText): void {
  elementText = words;
}
