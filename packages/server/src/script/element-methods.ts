import { Container } from "./container.ts";
import * as elementFunctions from "./elements/index.ts";

// Each element function is a method of every container, and of `st`.
Object.assign(Container.prototype, elementFunctions);
