import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test, vi } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

async function* later<C>(...chunks: readonly C[]) {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

/** Shows a stream on a page; the last text says what it returned. */
async function streamed(stream: Parameters<typeof st.writeStream>[0]): Promise<{ shown: readonly string[]; returned: unknown }> {
  let returned: unknown;
  await using app = await AppTest.fromFunction(async () => {
    returned = await st.writeStream(stream);
  });
  await app.run();
  expect(app.errors).toEqual([]);
  return { shown: app.texts(), returned };
}

test("a stream is one text that grows, also when it is told again", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toEqual(
    expect.arrayContaining([expect.stringContaining("one dog"), expect.stringMatching(/^\d{3} characters$/), "Two boats:", "3 parts"]),
  );
  expect(app.getAll("markdown").map(({ props }) => props.cursor)).toEqual(app.getAll("markdown").map(() => undefined));
  app.get("button", { label: "Tell it again" }).click();
  await app.run();
  expect(app.texts()).toContainEqual(expect.stringMatching(/^\d{3} characters, told again$/));
});

test.each<[string, () => Parameters<typeof st.writeStream>[0]]>([
  ["an async generator", () => later("a", "b", "", "c")],
  [
    "a generator",
    () =>
      (function* () {
        yield* ["a", "b", "c"];
      })(),
  ],
  ["a function that makes one", () => () => later("a", "bc")],
  ["a promise of one", () => Promise.resolve(later("ab", "c"))],
  ["a list", () => ["a", "b", "c"]],
  ["a ReadableStream", () => new Blob(["abc"]).stream().pipeThrough(new TextDecoderStream())],
  ["UTF-8 bytes", () => later(new Uint8Array([97]), new Uint8Array([98, 99]))],
  ["a model's result", () => ({ textStream: later("a", "bc") })],
  [
    "chunks of chat completions",
    () =>
      later(
        { choices: [{ delta: { content: "ab" } }] },
        { object: "chat.completion.chunk" as const, choices: [] },
        { choices: [{ delta: { content: "c" } }] },
      ),
  ],
  [
    "events of responses",
    () => later({ type: "response.created" }, { type: "response.output_text.delta", delta: "abc" }, { type: "response.completed" }),
  ],
  [
    "events of messages",
    () =>
      later(
        { type: "message_start" },
        { type: "content_block_delta", delta: { type: "text_delta", text: "abc" } },
        { type: "message_stop" },
      ),
  ],
  [
    "parts of a full stream",
    () => later({ type: "text-start" }, { type: "text-delta", text: "abc" }, { type: "reasoning-delta", text: "hm" }),
  ],
  [
    "chunks of a chain",
    () =>
      later(
        { lc_namespace: ["langchain_core"], content: "a" },
        { lc_namespace: ["langchain_core"], content: [{ type: "text", text: "bc" }] },
      ),
  ],
])("%s is shown as text and returned", async (_, make) => {
  expect(await streamed(make())).toEqual({ shown: ["abc"], returned: "abc" });
});

test("a character whose bytes come in two chunks is whole", async () => {
  const [first, ...rest] = new TextEncoder().encode("ü");
  expect(await streamed(later(new Uint8Array([first ?? 0]), new Uint8Array(rest)))).toEqual({ shown: ["ü"], returned: "ü" });
});

test("values that are no text stand between the texts, on the page and in what is returned", async () => {
  const { shown, returned } = await streamed(later<unknown>("a", "b", { type: "ship", name: "Ida" }, "c"));
  expect(shown).toEqual(["ab", expect.stringContaining("Ida"), "c"]);
  expect(returned).toEqual(["ab", { type: "ship", name: "Ida" }, "c"]);
});

test("a placeholder holds all that a stream brings", async () => {
  await using app = await AppTest.fromFunction(async () => {
    const slot = st.empty();
    await slot.writeStream(later<unknown>("a", { name: "Ida" }, "b"));
    st.text("below");
  });
  await app.run();
  expect(app.texts()).toEqual(["a", expect.stringContaining("Ida"), "b", "below"]);
});

test("while it comes the cursor follows the text", async () => {
  let seen: unknown;
  await using app = await AppTest.fromFunction(async () => {
    await st.writeStream(
      async function* () {
        yield "so far";
        await vi.waitFor(() => {
          seen = app.get("markdown").props;
        });
      },
      { cursor: "▌" },
    );
  });
  await app.run();
  expect(seen).toMatchObject({ body: "so far", cursor: "▌" });
  expect(app.get("markdown").props).not.toHaveProperty("cursor", "▌");
});

test("what a stream throws is the page's error; the text so far stays, without a cursor", async () => {
  await using app = await AppTest.fromFunction(async () => {
    await st.writeStream(
      async function* () {
        yield "so far";
        await Promise.resolve();
        throw new Error("the line is dead");
      },
      { cursor: "▌" },
    );
  });
  await app.run();
  expect(app.errors).toMatchObject([{ message: "the line is dead" }]);
  expect(app.get("markdown").props).toMatchObject({ body: "so far" });
  expect(app.get("markdown").props.cursor).toBeUndefined();
});

test("a model's event that tells of an error is thrown", async () => {
  await using app = await AppTest.fromFunction(async () => {
    await st.writeStream(later({ type: "error", error: { message: "overloaded" } }));
  });
  await app.run();
  expect(app.errors).toMatchObject([{ message: "The stream ended with an error: overloaded" }]);
});

test("a stream that is not awaited belongs to its run", async () => {
  await using app = await AppTest.fromFunction(() => {
    void st.writeStream(later("a", "b"));
  });
  await app.run();
  expect(app.texts()).toEqual(["ab"]);
});

test("what gives no chunks is refused", async () => {
  expect(await badOptionOf(() => st.writeStream("text" as never))).toContain("st.writeStream: stream must be what gives chunks one by one");
  expect(await badOptionOf(() => st.writeStream({} as never))).toContain("Show a value that is there with st.write");
  expect(await badOptionOf(() => st.writeStream([], { cursor: 1 as never }))).toContain("st.writeStream: cursor must be");
});
