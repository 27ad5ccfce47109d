import type { ElementType } from "@rivulet/protocol";
import type { ReactNode } from "react";
import { registry } from "../elements/registry.ts";

/** A component by a type known at run time only. */
export type AnyComponent = (props: Readonly<Record<string, unknown>>) => ReactNode;

/** The compiler cannot follow that a node's type and its props belong together; the registry's own type has checked it. */
export function componentOf(type: ElementType): AnyComponent {
  return registry[type] as unknown as AnyComponent;
}
