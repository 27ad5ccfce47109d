import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./safe.ts", import.meta.url));

/** Nothing that a page's text says may become one of these. */
const FORBIDDEN =
  "script, iframe, object, embed, base, meta, link, form, template, noscript, animate, set, [formaction], [srcdoc], [autofocus]";

test("[SEC5] no text, HTML or markdown of a page runs anything or makes a link that would", async ({ page, open, problems }) => {
  // The policy is asked already when the sanitiser reads the HTML, in a document where nothing can run.
  problems.expect(/^console: Executing inline event handler violates .* Content Security Policy/);
  // A style may name a picture; an address that is none loads nothing.
  problems.expect(/^console: Loading the image 'javascript:.*' violates .* Content Security Policy/);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => void dialogs.push(dialog.message()));
  const opened: string[] = [];
  page.on("popup", (popup) => void opened.push(popup.url()));
  await open();
  await page.getByText("everything is shown").waitFor();
  const address = () => page.url().replace(/#.*/, "");
  const before = address();

  const found = await page.evaluate((forbidden) => {
    const content = document.querySelector("main") as HTMLElement;
    const problems: string[] = [];
    // What the icons and pictures of elements are drawn with is the client's own.
    for (const element of content.querySelectorAll(forbidden)) problems.push(`element ${element.outerHTML.slice(0, 200)}`);
    for (const element of content.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) problems.push(`handler ${element.outerHTML.slice(0, 200)}`);
        if (!["href", "xlink:href", "src", "action", "data", "poster"].includes(name)) continue;
        const { protocol } = new URL(value, location.href);
        const picture = element.localName === "img" && ["data:", "blob:"].includes(protocol);
        if (!["http:", "https:", "mailto:", "tel:"].includes(protocol) && !picture)
          problems.push(`address ${element.outerHTML.slice(0, 200)}`);
      }
      if (element instanceof HTMLAnchorElement && element.target === "_blank" && !/noopener|noreferrer/.test(element.rel)) {
        problems.push(`link without noopener ${element.outerHTML.slice(0, 200)}`);
      }
    }
    return problems;
  }, FORBIDDEN);
  expect(found).toEqual([]);

  // Whatever can be clicked or hovered is, by its own event, so that nothing has to be scrolled to or uncovered.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("main a, main svg, main math, main div, main img, main p")) {
      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      const { protocol } = element instanceof HTMLAnchorElement ? element : { protocol: "" };
      if (!/^(https?|mailto):$/.test(protocol)) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  });
  expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
  await idle(page);
  expect(address()).toBe(before);
  expect([...dialogs, ...opened]).toEqual([]);
});

test("[SEC5] what is said to be an attack is one", async ({ page, problems }) => {
  // The spec above would prove nothing if its attacks did nothing: with the attacks' own page and no policy, they run.
  problems.expect(/./);
  const { HTML_ATTACKS } = await import("./attacks.ts");
  await page.goto("about:blank");
  const ran = await page.evaluate(async (attacks) => {
    let count = 0;
    for (const attack of attacks) {
      const scope = globalThis as { pwned?: unknown };
      delete scope.pwned;
      const holder = document.createElement("div");
      document.body.append(holder);
      holder.append(document.createRange().createContextualFragment(attack));
      for (const element of holder.querySelectorAll<HTMLElement>("a, button, div")) element.click?.();
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (scope.pwned !== undefined) count++;
      holder.remove();
    }
    return count;
  }, HTML_ATTACKS);
  expect(ran).toBeGreaterThan(HTML_ATTACKS.length / 3);
});
