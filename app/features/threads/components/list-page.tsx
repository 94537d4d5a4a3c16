import type { ReactNode } from "react";
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
};

/** A page that is one list of threads: a space, a tag, a kind. */
export function ListPage(props: Props) {
  const { title, lead, path, query = {}, list, threads, filters, hideSpace, actions } = props;
  const more = (after: string) => new URLSearchParams({ ...query, list, after }).toString();
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={title} lead={lead} actions={actions} />
      {filters}
      <ListTabs path={path} query={query} list={list} />
      <ThreadList
        list={threads}
        hideSpace={hideSpace}
        moreHref={(cursor) => `${path}?${more(cursor)}`}
      />
    </div>
  );
}
