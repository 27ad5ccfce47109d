import type { AppActions } from "./App.tsx";
import { Logo } from "./Logo.tsx";
import { PageMenu } from "./PageMenu.tsx";
import { Status } from "./Status.tsx";
import { usePage } from "./store-context.ts";
import { useNarrow } from "./use-narrow.ts";
import { useNavigation } from "./use-navigation.ts";

/** The strip above a page: what it is doing, and one small menu. */
export function Toolbar({ actions }: { readonly actions: AppActions }) {
  return (
    <header className="rv-toolbar">
      <Logo small />
      <TopPages />
      <Status actions={actions} />
      <PageMenu rerun={actions.rerun} />
    </header>
  );
}

/** The pages of the app, if it wants them at the top and there is room. */
function TopPages() {
  const navigation = usePage("navigation");
  const wanted = !useNarrow() && navigation?.position === "top";
  const pages = useNavigation(wanted);
  return wanted && pages ? <pages.TopNavigation navigation={navigation} /> : null;
}
