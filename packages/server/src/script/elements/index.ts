export { button } from "./button.ts";
export { checkbox } from "./checkbox.ts";
export { columns } from "../blocks/columns.ts";
export { container } from "../blocks/container.ts";
export { empty } from "../blocks/empty.ts";
export { text } from "./text.ts";
