import type { WidgetId } from "@rivulet/protocol";
import type { PageView } from "./page-view.ts";
import type { FormDraft } from "./staged-values.ts";

/** A session that an `AppTest` drives: in this process, or on a real server. */
export interface AppSession {
  readonly view: PageView;
  /** Sends the values in one message and resolves when the run that they cause has ended. */
  run(values: readonly (readonly [WidgetId, unknown])[], timeout: number): Promise<void>;
  /** Sends what is staged in a form, and resolves when the form's body has run. */
  draft(draft: FormDraft, timeout: number): Promise<void>;
  /** Runs this fragment as its timer would, and resolves when it has ended. */
  tick(fragment: WidgetId, timeout: number): Promise<void>;
  /** Session state by key; undefined where it cannot be reached. */
  readonly state: SessionStateAccess | undefined;
  /** Goes on at another page of the app. The next run is its first. */
  switchPage(page: string): void;
  /** Fetches what the page has handed over under an id, as a browser would. */
  fetch(media: string): Promise<FetchedFile>;
  close(): Promise<void>;
}

/** A file as its user has it. */
export interface FetchedFile {
  /** The content type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface SessionStateAccess {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
  keys(): readonly string[];
}
