/** What makes cached functions. */
export const CACHE_KINDS: ReadonlySet<string> = new Set(["cacheData", "cacheResource"]);

/** Names whose calls in user modules get a call site (FM4): every widget and every container, present and planned, and what makes cached functions. */
export const CALL_SITE_KINDS: ReadonlySet<string> = new Set([
  ...["button", "checkbox", "toggle", "slider", "textInput", "numberInput", "selectbox", "radio", "multiselect"],
  ...["linkButton", "downloadButton", "menuButton", "segmentedControl", "pills", "feedback", "selectSlider", "textArea"],
  ...["dateInput", "timeInput", "datetimeInput", "colorPicker", "pagination", "fileUploader", "chatInput"],
  ...["dataframe", "dataEditor", "chatMessage"],
  ...["form", "formSubmitButton"],
  ...["empty", "container", "columns", "tabs", "expander", "spinner", "dialog", "popover", "skeleton", "status", "fragment"],
  "echo",
  ...CACHE_KINDS,
]);
