import type { ClientFacts } from "@rivulet/protocol";

/** What only a browser knows. */
export function clientFacts(theme: "light" | "dark", base: string): ClientFacts {
  return {
    url: location.origin + base,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    timezoneOffset: new Date().getTimezoneOffset(),
    locale: navigator.language,
    theme,
  };
}
