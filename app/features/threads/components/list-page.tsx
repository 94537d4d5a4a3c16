import { PageHead } from "#app/ui/page-head.tsx";
import type { ListName } from "../list-name.ts";
import type { ThreadList as ThreadListView } from "../thread-view.ts";
import { ListTabs } from "./list-tabs.tsx";
import { ThreadList } from "./thread-list.tsx";

type Props = {
  title: string;
  lead?: string;
  path: string;
  list: ListName;
  threads: ThreadListView;
  hideSpace?: boolean;
};

/** A page that is one list of threads: a space, a tag, a kind. */
export function ListPage({ title, lead, path, list, threads, hideSpace }: Props) {
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={title} lead={lead} />
      <ListTabs path={path} list={list} />
      <ThreadList
        list={threads}
        hideSpace={hideSpace}
        moreHref={(cursor) => `${path}?list=${list}&after=${cursor}`}
      />
    </div>
  );
}
