import type { Plugin } from "vite";

const VALUES: Readonly<Record<string, string>> = { BUILD: "", BASE: "/", NONCE: "", TITLE: "rivulet", FILE_TITLE: "rivulet", LOCALE: "" };

/** Fills in, under Vite's own server, what rivulet's server fills into the built index.html. */
export function devPlaceholders(): Plugin {
  return {
    name: "rivulet:dev-placeholders",
    apply: "serve",
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace(/%RIVULET_([A-Z_]+)%/g, (all, name: string) => VALUES[name] ?? all),
    },
  };
}
