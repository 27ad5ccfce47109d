// One chunk: widgets of options have lists, search and chips in common.
export { Multiselect } from "./Multiselect.tsx";
export { Pills, SegmentedControl } from "./OptionButtons.tsx";
export { Selectbox } from "./Selectbox.tsx";
