import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorPage } from "#app/ui/empty.tsx";

/** The friendly page for every error: what it is, what to do, never a stack. */
export function ErrorView() {
  const error = useRouteError();
  const t = useT();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const given = isRouteErrorResponse(error) ? (error.data as { message?: string } | null) : null;
  const home = <ButtonLink href="/">{t("errorPage.goHome")}</ButtonLink>;
  if (status === 404) {
    return (
      <ErrorPage code="404" title={t("errorPage.notFound")} actions={home}>
        {t("errorPage.notFoundText")}
      </ErrorPage>
    );
  }
  return (
    <ErrorPage
      code={String(status)}
      title={t(status === 403 ? "errorPage.forbidden" : "errorPage.broken")}
      actions={home}
    >
      {given?.message ?? t(status === 503 ? "error.unavailable" : "error.unexpected")}
    </ErrorPage>
  );
}
