import { elements } from "@rivulet/protocol";
import type { Fragment } from "../fragments/fragment.ts";
import type { WidgetRecord } from "../state/widget-states.ts";
import { TreeBlock, type TreeNode } from "../session-tree.ts";
import { fieldOf, type SchemaIssue, type StandardSchema } from "./standard-schema.ts";

/** What a session knows of one form, as its last call has left it. */
export class FormRecord {
  readonly block: TreeBlock;
  /** The fragment that it stands in. */
  fragment: Fragment | undefined = undefined;
  clearOnSubmit = false;
  schema: StandardSchema | undefined = undefined;
  /** The last run that called it. */
  run = 0;
  /** Its submit buttons, as far as its runs have emitted them. */
  readonly buttons = new Set<WidgetRecord>();
  /** The last run that emitted one. */
  buttonRun = 0;
  /** Its bodies (`form.with`) that have a live field: they run again when it is cleared. */
  readonly liveBodies = new Set<Fragment>();
  /** Calls of `with` in its last run. */
  bodies = 0;
  /** Fields that have a draft. */
  readonly drafted = new Set<WidgetRecord>();
  /** Counts its drafts. */
  drafts = 0;
  /** Values of a submit that are none of their fields', with the reasons. */
  rejected: readonly SchemaIssue[] = [];
  /** True from the run that has seen its submit until one has come to its end. */
  submitted = false;
  /** What the schema has made of the values of the submit that this run answers. */
  data: unknown = undefined;
  /** What the schema says of fields, by their names. */
  problems: ReadonlyMap<string, string> = NO_PROBLEMS;
  /** What it says beside that. */
  otherProblems: readonly string[] | undefined = undefined;

  constructor(block: TreeBlock) {
    this.block = block;
  }

  /** Takes what the schema has said of the values of a submit, each field by its first issue. */
  judged(issues: readonly SchemaIssue[]): void {
    const names = new Set([...this.nodes()].map(nameOf));
    const problems = new Map<string, string>();
    const others: string[] = [];
    for (const issue of issues) {
      const field = fieldOf(issue);
      if (field === undefined || !names.has(field)) others.push(field === undefined ? issue.message : `${field}: ${issue.message}`);
      else if (!problems.has(field)) problems.set(field, issue.message);
    }
    this.problems = problems;
    this.otherProblems = others.length > 0 ? [...new Set(others)] : undefined;
  }

  /** Its widgets and triggers, as far as its runs have emitted them. What opens and closes is no entry. */
  *nodes(block: TreeBlock = this.block): Iterable<TreeNode> {
    for (const node of block.children) {
      if (node instanceof TreeBlock) yield* this.nodes(node);
      else if (node.widget !== undefined) yield node;
    }
  }

  /** Those that hold a value. */
  *fields(): Iterable<TreeNode> {
    for (const node of this.nodes()) if (elements[node.type].class === "widget") yield node;
  }
}

const NO_PROBLEMS: ReadonlyMap<string, string> = new Map();

/** What a schema knows a field by: its key, else its label. */
export function nameOf({ key, place }: TreeNode): string {
  return key ?? place?.label ?? "";
}

/** The form that a block is, or stands in. */
export function formAround(block: TreeBlock | undefined): TreeBlock | undefined {
  for (let at = block; at !== undefined; at = at.parent) if (at.type === "form") return at;
  return undefined;
}
