import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test("text and bytes are there at once, with their name and type, and run nothing if told so", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  const tides = await app.download({ label: "Tides" });
  expect(tides).toMatchObject({ name: "Gezeiten für März.csv", type: "text/csv; charset=utf-8" });
  expect(text(tides.bytes)).toMatch(/^time,height\n06:12,4.1/);
  expect(await app.download({ label: "Bytes" })).toEqual({
    name: "three.bin",
    type: "application/octet-stream",
    bytes: new Uint8Array([1, 2, 3]),
  });
  expect(() => app.get("downloadButton", { label: "Tides" }).click()).toThrow("the button does not run the page");
});

test("a download counts as a press in the one run that it caused; its callback runs before the page", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const json = await app.download({ key: "json" });
  expect(json).toMatchObject({ name: "download.json", type: "application/json" });
  expect(text(json.bytes)).toBe('{"rows":2}');
  expect(app.texts()).toContain("saved as JSON");
  await app.run();
  expect(app.texts()).not.toContain("saved as JSON");
  await app.download({ label: "Counted" });
  expect(app.texts()).toContain("saved: 1");
});

test("what is made on demand is made when it is asked for, as often as it is asked for", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  for (let time = 0; time < 2; time++) {
    const log = await app.download({ label: "Log" });
    expect(log).toMatchObject({ name: "log.txt", type: "text/plain; charset=utf-8" });
    expect(text(log.bytes).split("\n")).toHaveLength(1001);
  }
  await app.download({ label: "Counted" });
  const count = await app.download({ label: "Log and run" });
  expect(text(count.bytes)).toBe("saved 1 times");
  expect(app.texts()).toContain("asked for the log");
  await app.run();
  expect(app.texts()).not.toContain("asked for the log");
});

test("a stream is given once; the second time says what to do", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(text((await app.download({ label: "A stream" })).bytes)).toBe("from a stream");
  await expect(app.download({ label: "A stream" })).rejects.toThrow("was read by an earlier download");
  await app.run();
  expect(text((await app.download({ label: "A stream" })).bytes)).toBe("from a stream");
});

test("an error in making a file shows below its button, with the user's line, until the next try", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  await expect(app.download({ label: "Broken" })).rejects.toThrow("Error: the log is locked");
  const { error } = app.get("downloadButton", { label: "Broken" }).props;
  expect(error).toMatchObject({ message: "the log is locked", frame: { file: expect.stringMatching(/download-button\/page\.ts$/) } });
  expect(error?.frame?.excerpt?.find(({ line }) => line === error.frame?.line)?.text).toContain("the log is locked");
  await app.run();
  expect(app.get("downloadButton", { label: "Broken" }).props.error, "it is not gone with the next run").toEqual(error);
});

test("[BM1] a download button fires nothing but its press", async () => {
  await using wire = await openWire(page);
  for (const bad of [false, 1, "true", null]) await wire.send("As JSON", bad);
  await wire.send("Tides", true);
  expect(wire.client.texts()).not.toContain("saved as JSON");
  await wire.send("As JSON", true);
  expect(wire.client.texts()).toContain("saved as JSON");
});

test("a download button says what is wrong with its options", async () => {
  expect(await badOptionOf(() => st.downloadButton("a", 5 as never))).toBe(
    "st.downloadButton: data must be text, bytes, a Blob, a stream, an iterable, or a function that makes one of these, instead got 5.",
  );
  expect(await badOptionOf(() => st.downloadButton("a", "", { fileName: "../a" }))).toMatch(/fileName must be a name of at most 255/);
  expect(await badOptionOf(() => st.downloadButton("a", "", { mime: "text/html\r\nx: y" }))).toMatch(/mime must be a content type/);
  expect(await badOptionOf(() => st.downloadButton("a", "", { onClick: "go" as never }))).toBe(
    'st.downloadButton: onClick must be "rerun", "ignore" or a function, instead got "go".',
  );
});
