import { gapLength } from "../blocks/gap.ts";
import type { ElementProps } from "./element-props.ts";

/** Room; the stack or row around it knows in which direction. */
export function Space({ props: { size = "small" } }: ElementProps<"space">) {
  if (size === "stretch") return <div data-stretch="" />;
  return <div style={{ "--space": gapLength(size) }} />;
}
