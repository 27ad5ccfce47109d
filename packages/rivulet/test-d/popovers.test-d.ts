import { st, type Container, type Placeholder } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("a popover is a container that may know whether it is open", () => {
  const box = st.popover("A", { type: "tertiary", help: "h", icon: "⚓", disabled: false, width: "stretch", wrap: false, key: "k" });
  expectTypeOf(box.open).toEqualTypeOf<boolean>();
  expectTypeOf(box).toExtend<Container>();
  st.popover("A", { onChange: (open) => expectTypeOf(open).toEqualTypeOf<boolean>() });
  // @ts-expect-error -- no such type
  st.popover("A", { type: "danger" });
});

test("a status box returns what its body returns, and changes in place", () => {
  const box = st.status("A", { expanded: true, state: "complete", type: "step", width: 200 });
  expectTypeOf(box.with(async () => 1)).toEqualTypeOf<Promise<number>>();
  box.update({ label: "B", state: "error", expanded: false });
  // @ts-expect-error -- no such state
  box.update({ state: "done" });
  // @ts-expect-error -- no width of the content
  st.status("A", { width: "content" });
});

test("a skeleton is a placeholder, or shown while work is done", () => {
  const slot = st.skeleton({ height: 40, width: "stretch" });
  expectTypeOf(slot).toExtend<Pick<Placeholder, "clear" | "write">>();
  expectTypeOf(slot.with(() => 1)).toEqualTypeOf<number>();
  // @ts-expect-error -- no height of the content
  st.skeleton({ height: "content" });
});

test("space has a size", () => {
  st.space();
  st.space("stretch");
  st.space(12);
  // @ts-expect-error -- no such size
  st.space("none");
});
