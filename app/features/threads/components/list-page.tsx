import type { ReactNode } from "react";
import { Split } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import type { ListName } from "../list-name.ts";
import type { ThreadList as ThreadListView } from "../thread-view.ts";
import { ListTabs } from "./list-tabs.tsx";
import { ThreadList } from "./thread-list.tsx";

type Props = {
  title: string;
  lead?: string;
  path: string;
  /** What else stands in the address and stays when the order or the page changes. */
  query?: Record<string, string>;
  list: ListName;
  threads: ThreadListView;
  filters?: ReactNode;
  hideSpace?: boolean;
  actions?: ReactNode;
  /** What stands beside the list. */
  rail?: ReactNode;
};

/** A page that is one list of threads: a space, a tag, a kind. */
export function ListPage(props: Props) {
  const { title, lead, path, query = {}, list, threads, filters, hideSpace, actions, rail } = props;
  const more = (after: string) => new URLSearchParams({ ...query, list, after }).toString();
  const rows = (
    <>
      {filters}
      <ListTabs path={path} query={query} list={list} />
      <ThreadList
        list={threads}
        hideSpace={hideSpace}
        moreHref={(cursor) => `${path}?${more(cursor)}`}
      />
    </>
  );
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={title} lead={lead} actions={actions} />
      {rail ? <Split main={rows} rail={rail} /> : rows}
    </div>
  );
}
