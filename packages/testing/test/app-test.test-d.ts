import { AppTest, type WireClient } from "@rivulet/testing";
import { expectTypeOf, test } from "vitest";

declare const app: AppTest;
declare const client: WireClient;

test("an element is typed by its kind", () => {
  expectTypeOf(app.get("slider").value).toEqualTypeOf<number | readonly [number, number]>();
  expectTypeOf(app.get("checkbox", { label: "Agree" }).value).toEqualTypeOf<boolean>();
  expectTypeOf(app.get("selectbox", { key: "city" }).value).toEqualTypeOf<string | null>();
  expectTypeOf(app.get("multiselect").value).toEqualTypeOf<readonly string[]>();
  expectTypeOf(app.get("numberInput", 1).value).toEqualTypeOf<number | null>();
  expectTypeOf(app.get("metric").props.value).toEqualTypeOf<string>();
  expectTypeOf(app.getAll("heading")[0]?.props.level).toEqualTypeOf<1 | 2 | 3 | undefined>();
  expectTypeOf(app.sidebar.get("expander").get("button").props.label).toEqualTypeOf<string>();
});

test("what makes no sense does not compile", () => {
  // @ts-expect-error -- there is no such kind
  app.get("sliders");
  // @ts-expect-error -- a checkbox is true or false
  app.get("checkbox").set("yes");
  // @ts-expect-error -- a text has no value
  app.get("text").set("x");
  // @ts-expect-error -- functions cannot cross to a worker
  void AppTest.fromFunction(() => {}, { real: true });
});

test("what waits is a promise", () => {
  expectTypeOf(app.run()).resolves.toEqualTypeOf<AppTest>();
  expectTypeOf(client.waitIdle({ timeout: 1000 })).resolves.toEqualTypeOf<void>();
  expectTypeOf(client.texts()).toEqualTypeOf<string[]>();
});
