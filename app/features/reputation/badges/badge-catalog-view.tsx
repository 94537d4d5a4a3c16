import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { BadgeCatalog } from "./badge-card.ts";
import { BadgeCardView } from "./badge-card-view.tsx";

type Props = {
  catalog: BadgeCatalog;
  brand: string;
  /** Whether the reader gets mails about badges; `null`: not asked here. */
  mails: boolean | null;
  /** The strip of ranks above the badges. */
  ranks?: ReactNode;
};

/** Every badge, the reader's, or those they are close to. */
export function BadgeCatalogView({ catalog, brand, mails, ranks }: Props) {
  const t = useT();
  const { tab, counts, groups, signedIn } = catalog;
  const count = (number: number) => formatNumber(t, number);
  const item = (key: "all" | "yours" | "close") => ({
    href: key === "all" ? "/badges" : `/badges?tab=${key}`,
    label: t(`badges.${key}`),
    count: count(counts[key]),
    current: tab === key,
  });
  return (
    <div className="pl-wrap pl-page">
      <PageHead
        title={t("badges.title")}
        lead={t("badges.lead")}
        actions={
          catalog.manages ? (
            <ButtonLink href="/badges/manage">{t("badges.manage")}</ButtonLink>
          ) : undefined
        }
      />
      {ranks}
      <Tabs
        label={t("badges.tabsLabel")}
        items={signedIn ? [item("all"), item("yours"), item("close")] : [item("all")]}
      />
      {groups.length === 0 ? <Nothing tab={tab} /> : null}
      {groups.map(({ key, cards }) => (
        <section key={key} className="pl-bgroup" aria-labelledby={`track-${key}`}>
          <SectionHead
            flush
            id={`track-${key}`}
            title={t(`badges.track.${key}`, { brand })}
            end={<span className="pl-meta">{t(`badges.trackNote.${key}`)}</span>}
          />
          <ul className="pl-bgrid">
            {cards.map((card) => (
              <BadgeCardView key={card.key} card={card} signedIn={signedIn} />
            ))}
          </ul>
        </section>
      ))}
      {mails === null ? null : <Mails on={mails} />}
    </div>
  );
}

function Nothing({ tab }: { tab: BadgeCatalog["tab"] }) {
  const t = useT();
  return tab === "yours" ? (
    <Empty icon="star" title={t("badges.noneYours")}>
      {t("badges.noneYoursText")}
    </Empty>
  ) : (
    <Empty icon="star" title={t("badges.noneClose")}>
      {t("badges.noneCloseText")}
    </Empty>
  );
}

function Mails({ on }: { on: boolean }) {
  const t = useT();
  return (
    <section className="pl-bgroup pl-form" aria-labelledby="badge-mails">
      <SectionHead flush id="badge-mails" title={t("badges.mailsTitle")} />
      <p className="pl-meta">{t("badges.mailsText")}</p>
      <Form method="post" action="/badges?index">
        <input type="hidden" name="mails" value={on ? "off" : "on"} />
        <Button>{t(on ? "badges.mailsOff" : "badges.mailsOn")}</Button>
      </Form>
    </section>
  );
}
