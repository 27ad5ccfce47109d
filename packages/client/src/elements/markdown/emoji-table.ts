export { nameToEmoji as emojiByName } from "gemoji";
