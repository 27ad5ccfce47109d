import type { ClientFacts } from "@rivulet/protocol";

/** What only a browser knows. */
export function clientFacts(theme: "light" | "dark"): ClientFacts {
  return {
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    timezoneOffset: new Date().getTimezoneOffset(),
    locale: navigator.language,
    theme,
  };
}
