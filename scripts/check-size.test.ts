import { expect, test } from "vitest";
import { firstLoadFiles } from "./check-size.mjs";

const manifest = {
  "index.html": { file: "main.js", css: ["main.css"], imports: ["_react.js"], dynamicImports: ["src/chart.tsx"] },
  "_react.js": { file: "react.js", imports: ["_shared.js"] },
  "_shared.js": { file: "shared.js", imports: ["_react.js"] },
  "src/basic.tsx": { file: "basic.js", css: ["basic.css"], imports: ["_react.js", "index.html"] },
  "src/chart.tsx": { file: "chart.js" },
};

test("follows static imports once, with styles, and no dynamic ones", () => {
  expect(firstLoadFiles(manifest, ["index.html", "src/basic.tsx"])).toEqual([
    "main.js",
    "main.css",
    "react.js",
    "shared.js",
    "basic.js",
    "basic.css",
  ]);
});

test("names what the manifest has when an entry is not in it", () => {
  expect(() => firstLoadFiles(manifest, ["gone.html"])).toThrow(/"gone.html"; vite's manifest has only: index.html, /);
});
