import type { ElementProps } from "../elements/element-props.ts";
import { Stack } from "./Stack.tsx";

/** The content of one tab. */
export function Tab({ childIds, renderChild }: ElementProps<"tab">) {
  return <Stack childIds={childIds} renderChild={renderChild} />;
}
