import type { ElementProps } from "../elements/element-props.ts";
import { Stack } from "./Stack.tsx";

/** A part of the page that runs again on its own. Without content there is nothing, not even a gap. */
export function Fragment({ childIds, renderChild }: ElementProps<"fragment">) {
  return childIds.length === 0 ? null : <Stack childIds={childIds} renderChild={renderChild} />;
}
