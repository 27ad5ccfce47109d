import { CodeBlock } from "./code/CodeBlock.tsx";
import type { ElementProps } from "./element-props.ts";

/** Code with a copy button. */
export function Code({ props }: ElementProps<"code">) {
  return <CodeBlock {...props} />;
}
