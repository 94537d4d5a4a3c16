import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Form } from "@remix-run/react";
import type { FixPage } from "../get-fix-page.server.ts";
import type { Failure } from "./reply-form.tsx";

/** The three ways on for somebody whom the answer didn't help. */
export function NotFixedView({ fix, failure }: { fix: FixPage; failure: Failure }) {
  const t = useT();
  const ask = new URLSearchParams({ space: fix.spaceSlug }).toString();
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/", label: t("common.home") },
          { href: fix.href, label: fix.title },
        ]}
      />
      <PageHead title={t("fix.notYetTitle")} lead={t("fix.notYetLead")} />
      <FormError title={t("verb.failed")} errors={failure ? [{ message: failure.error }] : []} />
      {fix.sameHere && !fix.viewerSameHere ? (
        <section className="pl-fields" aria-labelledby="fix-same">
          <SectionHead id="fix-same" title={t("fix.sameTitle")} />
          <p>{t("fix.sameText")}</p>
          <Form method="post" action={`/t/${fix.threadId}/do/same-here`}>
            <Button variant="primary" name="on" value="yes">
              {t("thread.sameHere")}
            </Button>
          </Form>
        </section>
      ) : null}
      {fix.open ? (
        <section className="pl-fields" aria-labelledby="fix-reply">
          <SectionHead id="fix-reply" title={t("fix.replyTitle")} />
          <p>{t("fix.replyText")}</p>
          <p>
            <ButtonLink href={`${fix.href}#answer`}>{t("fix.replyAction")}</ButtonLink>
          </p>
        </section>
      ) : null}
      <section className="pl-fields" aria-labelledby="fix-ask">
        <SectionHead id="fix-ask" title={t("fix.askTitle")} />
        <p>{t("fix.askText")}</p>
        <p>
          <ButtonLink href={`/ask?${ask}`}>{t("common.ask")}</ButtonLink>
        </p>
      </section>
    </div>
  );
}
