/** @typedef {import("./element-name.mjs").ElementName} ElementName */

/**
 * The files of a new element, by path: a working start to be changed, not a skeleton with holes.
 * @param {ElementName} name
 * @param {"display" | "widget"} kind
 * @returns {Record<string, string>}
 */
export function elementFiles(name, kind) {
  const { kebab, pascal } = name;
  const write = kind === "widget" ? widget : display;
  const { definition, element, component, page, test } = write(name);
  return {
    [`packages/protocol/src/elements/${kebab}.ts`]: definition,
    [`packages/server/src/script/elements/${kebab}.ts`]: element,
    [`packages/client/src/elements/${pascal}.tsx`]: component,
    [`apps/playground/${kebab}/page.ts`]: page,
    [`apps/playground/${kebab}/${kebab}.test.ts`]: test,
  };
}

/** @param {ElementName} name */
function display({ kebab, camel, pascal }) {
  return {
    definition: `import { display, type CommonProps } from "../element.ts";

/** A line of text. */
export interface ${pascal}Props extends CommonProps {
  readonly body: string;
}

export const ${camel} = display<${pascal}Props>();
`,
    element: `import type { Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";

export interface ${pascal}Options {
  /** Default "stretch". */
  readonly width?: Width | undefined;
}

/**
 * Shows a line of text.
 * @example
 * st.${camel}("Hello");
 */
export function ${camel}(this: Container, body: string, { width }: ${pascal}Options = {}): ElementHandle {
  return this.emit("st.${camel}", "${camel}", { body, width });
}
`,
    component: `import type { ElementProps } from "./element-props.ts";

export function ${pascal}({ props }: ElementProps<"${camel}">) {
  return <p>{props.body}</p>;
}
`,
    page: `import { st } from "rivulet";

st.title("${camel}");
st.${camel}("Hello");
`,
    test: `import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

test("${kebab} shows what the page gave it", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("${camel}").props.body).toBe("Hello");
});
`,
  };
}

/** @param {ElementName} name */
function widget({ kebab, camel, pascal }) {
  return {
    definition: `import { widget, type WidgetProps } from "../element.ts";
import { string } from "../parse.ts";

/** A line of text that the user can change. */
export type ${pascal}Props = WidgetProps<string>;

export const ${camel} = widget<${pascal}Props>()(string);
`,
    element: `import type { LabelVisibility, Width } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";

export interface ${pascal}Options {
  /** The initial value; default "". */
  readonly value?: string | undefined;
  readonly key?: string | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Called with the new value, before the page runs. */
  readonly onChange?: ((value: string) => unknown) | undefined;
  readonly disabled?: boolean | undefined;
  readonly labelVisibility?: LabelVisibility | undefined;
  /** Default "stretch". */
  readonly width?: Width | undefined;
}

/**
 * Shows a line of text that the user can change, and returns it.
 * @example
 * st.write(st.${camel}("Name"));
 */
export function ${camel}(this: Container, label: string, options: ${pascal}Options = {}): string {
  const site = takeCallSite("${camel}", label, options);
  const { value = "", key, help, onChange, disabled, labelVisibility, width } = options;
  const props = { label, value, help, disabled, labelVisibility, width };
  return this.widget("${camel}", props, { call: "st.${camel}", site, label, key, onChange });
}
`,
    component: `import { useId } from "react";
import type { ElementProps } from "./element-props.ts";
import { Field } from "./widget/Field.tsx";

export function ${pascal}({ props, value, setDraft, commitDraft }: ElementProps<"${camel}">) {
  const id = useId();
  return (
    <Field props={props} labelId={\`\${id}-label\`} controlId={id}>
      <input
        id={id}
        value={value}
        disabled={props.disabled}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commitDraft}
        onKeyDown={(event) => {
          if (event.key === "Enter") commitDraft();
        }}
      />
    </Field>
  );
}
`,
    page: `import { st } from "rivulet";

st.title("${camel}");
const value = st.${camel}("Name", { value: "Ada" });
st.text(\`The value is \${value}\`);
`,
    test: `import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

test("${kebab} gives the page what the user entered", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.texts()).toContain("The value is Ada");
  app.get("${camel}", { label: "Name" }).set("Grace");
  await app.run();
  expect(app.texts()).toContain("The value is Grace");
});

test("${kebab} refuses a value that is no text", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(() => app.get("${camel}", { label: "Name" }).set(5 as never)).toThrow("expected a string, got 5");
});
`,
  };
}
