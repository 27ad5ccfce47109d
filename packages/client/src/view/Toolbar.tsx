import type { AppActions } from "./App.tsx";
import { Logo } from "./Logo.tsx";
import { PageMenu } from "./PageMenu.tsx";
import { Status } from "./Status.tsx";

/** The strip above a page: what it is doing, and one small menu. */
export function Toolbar({ actions }: { readonly actions: AppActions }) {
  return (
    <header className="rv-toolbar">
      <Logo small />
      <Status actions={actions} />
      <PageMenu rerun={actions.rerun} />
    </header>
  );
}
