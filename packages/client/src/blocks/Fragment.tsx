import type { ElementProps } from "../elements/element-props.ts";

/** A part of the page that runs again on its own. It has no box: its elements stand where it does, as if it were not there. */
export function Fragment({ childIds, renderChild }: ElementProps<"fragment">) {
  return childIds.map(renderChild);
}
