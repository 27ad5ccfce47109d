import { elements } from "@rivulet/protocol";
import type { Fragment } from "../fragments/fragment.ts";
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
  /** Submit buttons in it since then. */
  buttons = 0;
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
export function formAround(block: TreeBlock): TreeBlock | undefined {
  for (let at: TreeBlock | undefined = block; at !== undefined; at = at.parent) if (at.type === "form") return at;
  return undefined;
}
