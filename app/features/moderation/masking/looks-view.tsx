import { useT } from "#app/i18n/use-t.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import type { LookView } from "./list-looks.server.ts";
import { LookTable } from "./look-table.tsx";

/** Every look at what was masked, for admins. */
export function LooksView({ looks }: { looks: LookView[] }) {
  const t = useT();
  return (
    <div className="pl-stack">
      <PageHead title={t("masking.looksTab")} lead={t("masking.looksLead")} />
      <LookTable looks={looks} />
    </div>
  );
}
