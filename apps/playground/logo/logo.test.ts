import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

const page = new URL("./page.ts", import.meta.url);

test("a logo is what the last call of the last whole run says", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  const { logo } = app.config;
  expect(logo).toEqual({
    image: { media: expect.any(String) },
    icon: { media: expect.any(String) },
    size: "medium",
    alt: "Harbour board",
  });
  app.get("radio", { label: "Size" }).set("large");
  await app.run();
  expect(app.config.logo).toEqual({ ...logo, size: "large" });
  app.get("radio", { label: "Image" }).set("address");
  await app.run();
  expect(app.config.logo).toEqual({
    image: { src: expect.stringMatching(/^data:image\/svg/) },
    size: "large",
    link: "https://example.org/",
    alt: "Example",
  });
  app.get("radio", { label: "Image" }).set("none");
  await app.run();
  expect(app.config).not.toHaveProperty("logo");
});

test("a fragment's run leaves the page's logo alone, and may set it", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.logo("/logo.png");
    st.fragment(() => {
      if (st.button("Other")) st.logo("/other.png", { size: "small" });
    })();
  });
  await app.run();
  app.get("button").click();
  await app.run();
  expect(app.config.logo?.image).toEqual({ src: "/other.png" });
  await app.run();
  expect(app.config.logo?.image).toEqual({ src: "/logo.png" });
});

test("a logo may be bytes or a file, and nothing else", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.logo(new URL("../../../packages/server/test/host/fixtures/client/icon.svg", import.meta.url));
    st.logo(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  });
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.config.logo?.image.media).toMatch(/^[\w-]{38}$/);
  expect(await badOptionOf(() => st.logo("logo.png"))).toMatch(/^st\.logo: image must be an address .* instead got "logo\.png"\.$/);
  expect(await badOptionOf(() => st.logo("javascript:alert(1)"))).toMatch(/^st\.logo: image must be an address/);
  expect(await badOptionOf(() => st.logo("data:text/html,<b>"))).toMatch(/^st\.logo: image must be an address/);
  expect(await badOptionOf(() => st.logo(new Uint8Array(3)))).toMatch(/instead got "3 bytes of something else"\.$/);
  expect(await badOptionOf(() => st.logo(new URL("./none.png", import.meta.url)))).toMatch(/must be a file that can be read/);
  expect(await badOptionOf(() => st.logo("/a.png", { link: "javascript:alert(1)" }))).toMatch(
    /^st\.logo: link must be an http\(s\) address/,
  );
  expect(await badOptionOf(() => st.logo("/a.png", { size: "huge" as never }))).toMatch(
    /^st\.logo: size must be "small", "medium" or "large"/,
  );
});
