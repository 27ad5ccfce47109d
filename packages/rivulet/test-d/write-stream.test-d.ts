import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

interface Ship {
  readonly name: string;
}

declare const words: AsyncIterable<string>;
declare const ships: AsyncIterable<string | Ship>;

test("a stream of text gives a string", () => {
  expectTypeOf(st.writeStream(words)).resolves.toEqualTypeOf<string>();
  expectTypeOf(st.writeStream(() => words, { cursor: "▌" })).resolves.toEqualTypeOf<string>();
  expectTypeOf(st.writeStream(new Blob(["a"]).stream())).resolves.toEqualTypeOf<string>();
  expectTypeOf(st.writeStream(Promise.resolve({ textStream: words }))).resolves.toEqualTypeOf<string>();
});

test("a stream of other values gives a list of them and of texts, or a string when none came", () => {
  expectTypeOf(st.writeStream(ships)).resolves.toEqualTypeOf<string | (string | Ship)[]>();
});

test("what gives no chunks is no stream", () => {
  // @ts-expect-error -- a number
  void st.writeStream(5);
  // @ts-expect-error -- the cursor is markdown
  void st.writeStream(words, { cursor: 1 });
});
