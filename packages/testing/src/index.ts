export { AppTest, type AppTestOptions } from "./app-test.ts";
export { connect } from "./connect.ts";
export type { ElementHandle, Scope, Which } from "./element-handle.ts";
export type { ConnectOptions } from "./connect-options.ts";
export type { KeptStorage, TestBrowser, TestStorage } from "./test-browser.ts";
export type { WireClient, WireWidget } from "./wire-client.ts";
export { RivuletError } from "@rivulet/server/testing";
