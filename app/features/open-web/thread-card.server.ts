import { createHash } from "node:crypto";
import { lowestContrast } from "#app/features/communities/theme/hold-contrast.ts";
import { DEFAULT_THEME, themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import { stateKeyOf, type ThreadStateKey } from "#app/features/threads/thread-view.ts";
import { visibleThreads } from "#app/features/threads/visible-to.server.ts";
import { directionOf } from "#app/i18n/locales.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { GUEST, type Community, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { CardPicture } from "./card/card-types.d.ts";

/** Raised when cards look different, so that pictures kept elsewhere are asked for again. */
const LOOK = 1;

/** What of a thread is on its card. */
export type CardThread = {
  id: number;
  title: string;
  stateKey: ThreadStateKey;
  space: { name: string };
  counts: { answers: number; replies: number };
};

type Words = Pick<CardPicture, "title" | "state" | "space" | "brand">;

/** A card to draw; equal cards have equal hashes. */
export type ThreadCard = { hash: string; words: Words };

/** In the community's language, whoever asks: a picture is kept by those who share it. */
function stateWords(community: Community, { stateKey, counts }: CardThread): string {
  const t = translatorOf(community.locale);
  if (stateKey === "open" || (stateKey === "locked" && counts.answers > 0)) {
    return t("web.cardAnswers", { count: counts.answers });
  }
  if (stateKey === "discussion" && counts.replies > 0) {
    return t("web.cardReplies", { count: counts.replies });
  }
  return t(`state.${stateKey}`);
}

function cardOf(community: Community, thread: CardThread): ThreadCard {
  const words = {
    title: tidyLine(thread.title),
    state: stateWords(community, thread),
    space: tidyLine(thread.space.name),
    brand: tidyLine(community.name),
  };
  const { locale, themeHash, logoUrl } = community;
  const hash = createHash("sha256")
    .update(JSON.stringify([LOOK, words, locale, themeHash, logoUrl]))
    .digest("hex");
  return { hash: hash.slice(0, 16), words };
}

/** Path and description of a thread's picture. The path changes with what the picture shows. */
export function threadCardImage(community: Community, thread: CardThread) {
  const { hash, words } = cardOf(community, thread);
  return {
    path: `/og/t/${thread.id}-${hash}.png`,
    alt: `${words.title} · ${words.state} · ${words.space} · ${words.brand}`,
  };
}

/**
 * What a thread's card shows now. Throws NotFoundError for whatever a guest may not read, whoever
 * asks, in the same way as for a thread that never was.
 */
export async function loadThreadCard(asked: Ctx, threadId: number): Promise<ThreadCard> {
  const row = await visibleThreads({ ...asked, actor: GUEST })
    .where("thread.id", "=", threadId)
    .where("thread.state", "=", "published")
    .select(["thread.title", "thread.kind", "thread.state", "thread.accepted_post_id"])
    .select(["thread.official_post_id", "thread.locked_at", "thread.idea_status"])
    .select(["thread.answer_count", "thread.reply_count", "space.name as space_name"])
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return cardOf(asked.community, {
    id: threadId,
    title: row.title,
    stateKey: stateKeyOf(row),
    space: { name: row.space_name },
    counts: { answers: row.answer_count, replies: row.reply_count },
  });
}

/** The card in the community's colours, with its mark. */
export async function loadCardPicture(ctx: Ctx, card: ThreadCard): Promise<CardPicture> {
  const row = await ctx.db
    .selectFrom("community")
    .select(["theme", "logo_svg"])
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  const theme = themeSchema.safeParse(row.theme);
  const { brand: ground } = theme.success ? theme.data : DEFAULT_THEME;
  return {
    ...card.words,
    logoSvg: row.logo_svg,
    direction: directionOf(ctx.community.locale),
    ground,
    // One of the two reaches 4.5:1 on every colour.
    ink: lowestContrast("#ffffff", [ground]) >= 4.5 ? "#ffffff" : "#000000",
  };
}
