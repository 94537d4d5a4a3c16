import { useT } from "#app/i18n/use-t.tsx";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Time } from "#app/ui/time.tsx";
import type { DraftItem } from "../drafts/list-drafts.server.ts";

/** A member's drafts: go on with one, or throw it away. */
export function DraftList({ drafts, discarded }: { drafts: DraftItem[]; discarded: boolean }) {
  const t = useT();
  return (
    <>
      {discarded ? <Notice state="solved">{t("draft.discarded")}</Notice> : null}
      {drafts.length === 0 ? (
        <Empty icon="edit" title={t("draft.none")}>
          {t("draft.noneText")}
        </Empty>
      ) : (
        <>
          <p>{t("draft.lead")}</p>
          <ul className="pl-stack" aria-label={t("draft.tab")}>
            {drafts.map((draft) => (
              <li key={draft.key} className="pl-card pl-card--pad">
                <Draft draft={draft} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Draft({ draft }: { draft: DraftItem }) {
  const t = useT();
  const gone = draft.kind === "ask" ? "draft.untitled" : "draft.gonePlace";
  const title = draft.title === "" ? t(gone) : draft.title;
  return (
    <>
      <p className="pl-meta pl-dots">
        <span>{t("draft.kind", { kind: draft.kind })}</span>
        <span>
          <Time {...draft.at} />
        </span>
      </p>
      <h2 className="pl-h-sec" dir="auto">
        {title}
      </h2>
      {draft.excerpt === "" ? null : <p dir="auto">{draft.excerpt}</p>}
      <form method="post" action="/drafts">
        <input type="hidden" name="draftKey" value={draft.key} />
        <Actions>
          {draft.href === null ? null : (
            <ButtonLink href={draft.href} size="sm" aria-label={`${t("draft.open")}: ${title}`}>
              {t("draft.open")}
            </ButtonLink>
          )}
          <Button
            name="discard"
            value="1"
            size="sm"
            variant="quiet"
            aria-label={`${t("draft.discard")}: ${title}`}
          >
            {t("draft.discard")}
          </Button>
        </Actions>
      </form>
    </>
  );
}
