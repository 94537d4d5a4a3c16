import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Screening } from "#app/features/automod/screening/screen.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import { combineWritten } from "./asking/combine-written.ts";
import { insertFieldValues } from "./asking/insert-field-values.server.ts";
import { listSpaceFields } from "./asking/list-space-fields.server.ts";
import { readFieldValues } from "./asking/read-field-values.ts";
import type { FieldValue, SpaceField } from "./asking/space-field.ts";
import { chooseTags } from "./choose-tags.server.ts";
import type { DraftKey } from "./drafts/draft-key.ts";
import { removeDraft } from "./drafts/remove-draft.server.ts";
import { followOwnThread } from "./following/set-follow.server.ts";
import { findTwin, insertPost } from "./insert-post.server.ts";
import type { PostRef } from "./post-ref.ts";
import { publishPost } from "./publish-post.server.ts";
import { keepToLimits } from "./newcomer-limits.server.ts";
import { readWritten } from "./read-written.server.ts";
import type { StoredText } from "./rich-text/render-text.ts";
import { runOnce } from "./run-once.server.ts";
import { keepPosted, maskPosted, type Posted } from "./screening/mask-posted.server.ts";
import { screenWritten } from "./screening/screen-written.server.ts";
import { heldReason, settleScreening } from "./screening/settle-screening.server.ts";
import { threadHref } from "./thread-view.ts";
import { readTitle, type Written } from "./write-rules.ts";

export type StartThread = Written & {
  kind: ThreadKind;
  title: string;
  /** What was tried, in Markdown: becomes the end of the text. */
  tried?: string | undefined;
  spaceSlug: string;
  /** What stands in the space's fields, by their names in the form. */
  details?: Record<string, string> | undefined;
  /** Slugs or names. */
  tags?: string[] | undefined;
  /** The draft that this was, which goes with it. */
  draftKey?: DraftKey | undefined;
  idempotencyKey?: string | undefined;
  /** What an AdviceError gave, to post in spite of it. */
  asItIs?: string | undefined;
};

type Space = Awaited<ReturnType<typeof findSpace>>;
type Draft = {
  kind: ThreadKind;
  title: string;
  stored: StoredText;
  space: Space;
  tags: string[];
  values: FieldValue[];
  screening: Screening;
  /** As it is stored. */
  posted: Posted<string>;
};

async function findSpace(db: Db, ctx: Ctx, input: StartThread) {
  const space = await db
    .selectFrom("space")
    .select(["id", "read_role", "post_role"])
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", input.spaceSlug)
    .executeTakeFirst();
  const unknown = new InvalidError({ spaceSlug: { key: "error.unknownSpace" } });
  if (!space) throw unknown;
  const place = { kind: input.kind, readRole: space.read_role, postRole: space.post_role };
  // Where another space would do, the space is what is wrong, and one that can't be read isn't there.
  const anywhere = { kind: input.kind, readRole: "guest", postRole: "member" } as const;
  assertCan(ctx.actor, "thread.start", anywhere);
  if (!can(ctx.actor, "thread.start", place)) throw unknown;
  return space;
}

async function findEarlier(tx: Tx, ctx: Ctx, draft: Draft): Promise<Omit<PostRef, "href"> | null> {
  const twins = await findTwin(tx, ctx, {
    kind: "opening",
    parentId: null,
    html: draft.posted.stored.html,
  });
  if (twins.length === 0) return null;
  const thread = await tx
    .selectFrom("thread")
    .select(["id", "opening_post_id"])
    .where("community_id", "=", ctx.community.id)
    .where(
      "id",
      "in",
      twins.map((twin) => twin.thread_id),
    )
    .where("title", "=", draft.posted.title)
    .where("kind", "=", draft.kind)
    .where("space_id", "=", draft.space.id)
    .where("state", "in", ["published", "held"])
    .executeTakeFirst();
  return thread?.opening_post_id ? { threadId: thread.id, postId: thread.opening_post_id } : null;
}

async function insertThread(tx: Tx, ctx: Ctx, draft: Draft): Promise<Omit<PostRef, "href">> {
  const communityId = ctx.community.id;
  // Two equal submits of one member without a common key wait for each other here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`start-thread:${communityId}:${ctx.actor.id}`}, 0))`.execute(
    tx,
  );
  const earlier = await findEarlier(tx, ctx, draft);
  if (earlier) return earlier;
  const tagIds = await chooseTags(tx, ctx, draft.tags);
  const { screening, posted } = draft;
  const held = screening.verdict === "hold";
  const { id: threadId } = await tx
    .insertInto("thread")
    .values({
      community_id: communityId,
      kind: draft.kind,
      space_id: draft.space.id,
      author_id: ctx.actor.id,
      title: posted.title,
      slug: slugOf(posted.title),
      idea_status: draft.kind === "idea" ? "new" : null,
      ...(held && { state: "held", state_reason: heldReason(ctx, screening), state_at: ctx.now }),
      created_at: ctx.now,
      last_activity_at: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (tagIds.length > 0) {
    await tx
      .insertInto("thread_tag")
      .values(
        tagIds.map((tagId) => ({ community_id: communityId, thread_id: threadId, tag_id: tagId })),
      )
      .execute();
  }
  await insertFieldValues(tx, ctx, { threadId, values: draft.values });
  const opening = await insertPost(tx, ctx, {
    threadId,
    kind: "opening",
    parentId: null,
    rootId: null,
    stored: posted.stored,
  });
  await keepPosted(tx, ctx, { postId: opening.id, number: 1, posted });
  await publishPost(tx, ctx, opening);
  await tx
    .updateTable("thread")
    .set({ opening_post_id: opening.id })
    .where("community_id", "=", communityId)
    .where("id", "=", threadId)
    .execute();
  await settleScreening(tx, ctx, { post: opening, screening, held });
  if (!held) {
    await publish(tx, {
      communityId,
      actorId: ctx.actor.id,
      type: "thread.started",
      payload: { threadId },
    });
  }
  return { threadId, postId: opening.id };
}

/** What was typed into fields, behind what they ask; what was chosen there is staff's. */
function typedValues(fields: readonly SpaceField[], values: readonly FieldValue[]): string[] {
  return values.flatMap(({ fieldId, value }) => {
    const field = fields.find(({ id }) => id === fieldId);
    return field?.kind === "text" ? [`${field.label}: ${value}`] : [];
  });
}

async function readDraft(ctx: Ctx, input: StartThread): Promise<Draft> {
  const space = await findSpace(ctx.db, ctx, input);
  const title = readTitle(input.title);
  const { kind, tags = [] } = input;
  // Stored once for all readers, so in the community's language.
  const lead = translatorOf(ctx.community.locale)("ask.triedLead");
  const stored = await readWritten(ctx, combineWritten(input, input.tried ?? "", lead));
  await keepToLimits(ctx, stored.document, {});
  const fields = (await listSpaceFields(ctx, [input.spaceSlug]))[input.spaceSlug] ?? [];
  // An idea or an announcement is about no device of somebody's own.
  const values = readFieldValues(fields, input.details ?? {}, { demand: kind === "question" });
  const screening = await screenWritten(ctx, {
    place: { kind: "opening" },
    title,
    stored,
    besides: typedValues(fields, values),
    asItIs: input.asItIs,
  });
  const posted = maskPosted(ctx, screening, { title, stored });
  return { kind, title, stored, space, tags, values, screening, posted };
}

/**
 * Starts a thread with its opening post; sent twice it makes one. Throws InvalidError (title, body,
 * tried, spaceSlug, tags, `field-ID`), AdviceError, ConflictError for a key used before,
 * SignInNeededError, ForbiddenError.
 */
export async function startThread(ctx: Ctx, input: StartThread): Promise<PostRef> {
  const draft = await readDraft(ctx, input);
  const { kind, title, stored, space, tags, values } = draft;
  const ref = await inTransaction(ctx.db, (tx) =>
    runOnce(
      tx,
      ctx,
      {
        key: input.idempotencyKey,
        request: ["start", kind, title, stored.html, space.id, tags, values],
      },
      async () => {
        const made = await insertThread(tx, ctx, draft);
        await followOwnThread(tx, ctx, made.threadId);
        if (input.draftKey) await removeDraft(tx, ctx, input.draftKey);
        return made;
      },
    ),
  );
  return { ...ref, href: threadHref(ref.threadId, slugOf(title)) };
}
