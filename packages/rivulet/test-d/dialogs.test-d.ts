import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("a dialog is called like its body, and answers what the body closes it with", () => {
  const rename = st.dialog("Rename", (item: { name: string }, max = 10) => {
    const name = st.textInput("Name", { value: item.name, maxChars: max });
    if (st.button("Save")) return st.close(name);
    return undefined;
  });
  expectTypeOf(rename).toBeCallableWith({ name: "a" });
  expectTypeOf(rename).toBeCallableWith({ name: "a" }, 5);
  expectTypeOf<Awaited<ReturnType<typeof rename>>>().toEqualTypeOf<string | undefined>();
  // @ts-expect-error An argument is missing.
  rename();
  // @ts-expect-error That is none.
  rename("x");
});

test("answers are literals, and those of several ways out are a union", () => {
  const ask = st.dialog("Sure?", async (n: number) => {
    if (n > 1) return st.close("yes");
    if (n > 2) return st.close(3);
    return undefined;
  });
  expectTypeOf<Awaited<ReturnType<typeof ask>>>().toEqualTypeOf<"yes" | 3 | undefined>();
});

test("one that is closed without a value, or only dismissed, answers undefined", () => {
  const bare = st.dialog("A", () => (st.button("Close") ? st.close() : undefined));
  expectTypeOf<Awaited<ReturnType<typeof bare>>>().toEqualTypeOf<undefined>();
  const note = st.dialog("B", () => st.write("text"));
  expectTypeOf<Awaited<ReturnType<typeof note>>>().toEqualTypeOf<undefined>();
});

test("a dialog in a fragment", () => {
  void st.fragment(async () => {
    const ask = st.dialog("Ask", () => (st.button("Yes") ? st.close("yes") : undefined));
    const answer = await ask();
    expectTypeOf(answer).toEqualTypeOf<"yes" | undefined>();
  })();
});

test("options are checked", () => {
  const body = () => {};
  st.dialog("A", body, { width: "large", dismissible: false, icon: ":material/add:", onDismiss: "rerun" });
  st.dialog("A", body, { onDismiss: async () => {} });
  // @ts-expect-error There is no such width.
  st.dialog("A", body, { width: 500 });
  // @ts-expect-error That is neither of the words nor a function.
  st.dialog("A", body, { onDismiss: true });
  // @ts-expect-error A dialog has no key.
  st.dialog("A", body, { key: "a" });
  // @ts-expect-error The body is missing.
  st.dialog("A");
});
