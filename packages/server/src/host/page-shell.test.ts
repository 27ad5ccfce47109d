import { expect, test } from "vitest";
import { renderShell } from "./page-shell.ts";

test("the shell is filled in, and nothing that is filled in can end its place", () => {
  const index =
    '<title>%RIVULET_TITLE%</title><script nonce="%RIVULET_NONCE%" src="%RIVULET_BASE%a.js"></script><meta content="%RIVULET_BUILD%">%OTHER%';
  expect(renderShell(index, { title: '$& "</title>', base: "/app", build: "b1", nonce: "n1", locale: "", resumeOnReload: false })).toBe(
    '<title>$&amp; &quot;&lt;/title&gt;</title><script nonce="n1" src="/app/a.js"></script><meta content="b1">%OTHER%',
  );
});

test("without a base everything lies at the root", () => {
  expect(renderShell("%RIVULET_BASE%", { title: "", base: "", build: "", nonce: "", locale: "", resumeOnReload: false })).toBe("/");
});
