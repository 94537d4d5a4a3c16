import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { OriginalPage } from "./get-original-page.server.ts";
import { LookTable } from "./look-table.tsx";
import type { SeenOriginal } from "./look-at-original.server.ts";

type Props = {
  page: OriginalPage;
  /** Shown in answer to a press of the button alone. */
  seen: SeenOriginal[] | null;
  problem: string | null;
};

/** What was masked in a post: shown on request, and who asked is written down. */
export function OriginalView({ page, seen, problem }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-stack">
      <PageHead
        title={t("masking.title")}
        lead={<span dir="auto">{t("masking.lead", { title: page.threadTitle })}</span>}
        actions={<ButtonLink href={`/p/${page.postId}`}>{t("masking.back")}</ButtonLink>}
      />
      {problem ? (
        <Notice state="danger" alert>
          {problem}
        </Notice>
      ) : null}
      <Masked page={page} />
      {seen ? <Seen seen={seen} /> : null}
      {page.kept && !seen ? (
        <Form method="post" className="pl-fields pl-narrow">
          <p>{t("masking.lookText")}</p>
          <div>
            <Button variant="primary">{t("masking.look")}</Button>
          </div>
        </Form>
      ) : null}
      {page.elsewhere.length > 0 ? (
        <section>
          <SectionHead title={t("masking.elsewhereTitle")} />
          <ul className="pl-fields">
            {page.elsewhere.map((id) => (
              <li key={id}>
                <a href={`/p/${id}`}>{t("masking.elsewhere", { id: String(id) })}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {page.looks ? (
        <section>
          <SectionHead title={t("masking.looksTitle")} />
          <LookTable looks={page.looks} />
        </section>
      ) : null}
    </div>
  );
}

function Masked({ page }: { page: OriginalPage }) {
  const t = useT();
  return (
    <Table
      caption={t("masking.title")}
      hideCaption
      columns={[
        { label: t("masking.columnKinds") },
        { label: t("masking.columnWhen") },
        { label: t("masking.columnBy") },
        { label: t("masking.columnUntil") },
      ]}
      rows={page.originals.map(({ id, kinds, masked, masker, byRule, until, restored }) => ({
        key: String(id),
        cells: [
          kinds.map((kind) => t("masking.kind", { kind })).join(", "),
          <Time key="when" {...masked} />,
          <span key="by" dir="auto">
            {byRule ? t("masking.byRule") : (masker ?? t("common.formerMember"))}
          </span>,
          until ? (
            // It lies ahead: how far says less than when.
            <Time key="until" iso={until.iso} text={until.title} />
          ) : (
            t(restored ? "masking.restored" : "masking.deleted")
          ),
        ],
      }))}
    />
  );
}

function Seen({ seen }: { seen: SeenOriginal[] }) {
  const t = useT();
  return (
    <section aria-live="polite">
      <SectionHead title={t("masking.shown")} />
      <div className="pl-fields">
        {seen.flatMap(({ id, texts }) =>
          texts.map(({ number, title, text }) => (
            <div key={`${id}-${number}`} className="pl-panel pl-panel--sunken">
              <p className="pl-muted">{t("masking.version", { number })}</p>
              {title === null ? null : (
                <p dir="auto">
                  <b>{title}</b>
                </p>
              )}
              {text.split("\n").map((line, index) => (
                <p key={index} dir="auto">
                  {line}
                </p>
              ))}
            </div>
          )),
        )}
      </div>
    </section>
  );
}
