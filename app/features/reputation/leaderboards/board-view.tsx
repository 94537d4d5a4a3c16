import { AuthorMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Split } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Rail, RailCard } from "#app/ui/rail.tsx";
import { Table } from "#app/ui/table.tsx";
import { Segments, Tabs } from "#app/ui/tabs.tsx";
import { boardHref } from "./board-href.ts";
import type { BoardPage } from "./get-board-page.server.ts";
import "./board.css";

type Props = {
  page: BoardPage;
  brand: string;
  /** The spaces that the reader may choose. */
  spaces: { slug: string; name: string }[];
};

/** Who helped most: of a time, everywhere or in a space or tag. */
export function BoardView({ page, brand, spaces }: Props) {
  const t = useT();
  const { place, board } = page;
  return (
    <div className="pl-wrap pl-page">
      <PageHead
        title={place ? t("seen.boardOf", { name: place.name }) : t("seen.boardTitle")}
        lead={t("seen.boardLead")}
      />
      <Split
        main={
          <div>
            <Where page={page} spaces={spaces} />
            <StaffToo page={page} />
            <Periods page={page} />
            <OwnPlace page={page} />
            {board.lines.length > 0 ? <Lines page={page} brand={brand} /> : <Nobody page={page} />}
            <Further page={page} />
          </div>
        }
        rail={
          <Rail label={t("seen.howTitle")}>
            <RailCard title={t("seen.howTitle")}>
              <p>{t("seen.howText")}</p>
              <p>
                <ButtonLink href="/ranks" size="sm">
                  {t("seen.howLink")}
                </ButtonLink>
              </p>
            </RailCard>
          </Rail>
        }
      />
    </div>
  );
}

function Periods({ page }: Pick<Props, "page">) {
  const t = useT();
  return (
    <Tabs
      label={t("seen.periodLabel")}
      items={(["week", "month", "all"] as const).map((name) => ({
        href: boardHref({ ...page, period: name }),
        label: t(`seen.period.${name}`),
        current: name === page.period,
      }))}
    />
  );
}

/** With or without staff, for staff. */
function StaffToo({ page }: Pick<Props, "page">) {
  const t = useT();
  if (page.withStaff === null) return null;
  return (
    <div>
      <Segments
        label={t("seen.staffLabel")}
        items={[false, true].map((withStaff) => ({
          href: boardHref({ ...page, withStaff }),
          label: t(withStaff ? "seen.withStaff" : "seen.withoutStaff"),
          current: withStaff === page.withStaff,
        }))}
      />
    </div>
  );
}

function Further({ page }: Pick<Props, "page">) {
  const t = useT();
  const { first, board } = page;
  if (first && !board.next) return null;
  return (
    <Pager
      label={t("seen.pages")}
      first={first ? undefined : { href: boardHref(page), label: t("seen.fromTop") }}
      next={
        board.next
          ? { href: boardHref({ ...page, after: board.next }), label: t("seen.further") }
          : undefined
      }
    />
  );
}

function Where({ page: { place, period, withStaff }, spaces }: Pick<Props, "page" | "spaces">) {
  const t = useT();
  const tag = place?.kind === "tag" ? place : null;
  return (
    <form method="get" action="/leaderboard" className="pl-board__where">
      <input type="hidden" name="period" value={period} />
      {withStaff ? <input type="hidden" name="staff" value="1" /> : null}
      <SelectField
        key={place?.slug}
        id="board-space"
        name="space"
        label={t("seen.where")}
        defaultValue={place?.kind === "space" ? place.slug : ""}
        options={[
          { value: "", label: t("seen.everywhere") },
          ...spaces.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <Button>{t("seen.showBoard")}</Button>
      {tag ? (
        <ButtonLink href={`/tag/${encodeURIComponent(tag.slug)}`} variant="quiet">
          {t("seen.toTag", { name: tag.name })}
        </ButtonLink>
      ) : null}
    </form>
  );
}

/** The reader's own place, or that they are not shown. */
function OwnPlace({ page: { own } }: { page: BoardPage }) {
  const t = useT();
  if (!own) return null;
  const choice = <a href="/settings/recognition">{t("seen.choose")}</a>;
  if (!own.onBoards) {
    return (
      <Notice state="open" action={choice}>
        {t("seen.notShown")}
      </Notice>
    );
  }
  return (
    <p className="pl-meta pl-board__own">
      <span>
        {own.place === null
          ? t("seen.noPoints")
          : t("seen.ownPlace", { place: own.place, points: own.points })}
      </span>{" "}
      {choice}
    </p>
  );
}

function Nobody({ page }: { page: BoardPage }) {
  const t = useT();
  const { period, first } = page;
  return (
    <Empty
      icon="star"
      title={t("seen.nobody")}
      actions={
        period === "all" ? undefined : (
          <ButtonLink href={boardHref({ ...page, period: "all" })}>
            {t("seen.toAllTime")}
          </ButtonLink>
        )
      }
    >
      {t(first ? "seen.nobodyText" : "seen.boardEnds")}
    </Empty>
  );
}

function Lines({ page, brand }: Pick<Props, "page" | "brand">) {
  const t = useT();
  return (
    <Table
      caption={t("seen.boardTitle")}
      hideCaption
      columns={[
        { label: t("seen.placeColumn"), numeric: true },
        { label: t("seen.memberColumn") },
        { label: t("seen.pointsColumn"), numeric: true },
      ]}
      rows={page.board.lines.map((line) => ({
        key: String(line.memberId),
        cells: [
          formatNumber(t, line.place),
          <span key="who" className="pl-board__who">
            <MemberAvatar name={line.name} hue={line.hue} of={line} brand={brand} size={32} />
            <a className="pl-name" href={`/m/${line.handle}`} dir="auto">
              {line.name}
            </a>
            {line.memberId === page.viewerId ? (
              <span className="pl-meta">{t("seen.you")}</span>
            ) : null}
            <AuthorMarks of={line} brand={brand} />
          </span>,
          formatNumber(t, line.points),
        ],
      }))}
    />
  );
}
