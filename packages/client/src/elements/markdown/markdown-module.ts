export { MarkdownDocument } from "./MarkdownDocument.tsx";
export { MarkdownLine } from "./MarkdownLine.tsx";
export { plainText } from "./plain-text.ts";
