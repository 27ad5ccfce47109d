import type { ElementProps } from "../elements/element-props.ts";
import { Stack } from "./Stack.tsx";

/** A place for one element. Without one there is nothing, not even a gap. */
export function Empty({ childIds, renderChild }: ElementProps<"empty">) {
  return childIds.length === 0 ? null : <Stack childIds={childIds} renderChild={renderChild} />;
}
