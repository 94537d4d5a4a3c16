import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Diff } from "#app/ui/diff.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RevisionList } from "#app/ui/revision-list.tsx";
import type { PostHistory } from "../get-post-history.server.ts";

/** How a post changed: each edit with who, when, why, and a readable difference. */
export function HistoryView({ history }: { history: PostHistory }) {
  const t = useT();
  const words = { added: t("history.added"), removed: t("history.removed") };
  const by = (person: { name: string } | null, when: string) =>
    t("history.by", { name: person?.name ?? t("common.formerMember"), when });
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/", label: t("common.home") },
          { href: history.href, label: history.threadTitle },
        ]}
      />
      <PageHead title={t("history.title")} />
      <RevisionList
        items={[
          ...history.edits.map((edit) => ({
            key: String(edit.number),
            title: t(edit.number === history.revision ? "history.current" : "history.version", {
              number: edit.number,
            }),
            note: (
              <>
                {by(edit.editor, edit.at.text)}
                {edit.reason === "" ? null : " · "}
                <span dir="auto">{edit.reason}</span>
              </>
            ),
            children: (
              <>
                {edit.title ? <Diff segments={edit.title} words={words} /> : null}
                <Diff segments={edit.text} words={words} />
              </>
            ),
          })),
          { key: "1", title: t("history.first"), note: by(history.author, history.writtenAt.text) },
        ]}
      />
    </div>
  );
}
