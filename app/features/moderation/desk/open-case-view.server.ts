import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import { translateKey } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";
import { isStaff, rolesUpTo } from "#app/lib/roles.ts";
import type { ContentState } from "#db/schema-threads.ts";
import type { DeskCase } from "../get-case.server.ts";
import { subjectOf } from "../subject.ts";
import { listWorkers } from "./desk-people.server.ts";
import type { CasePost, LogLine, MemberRecord, Note, OpenCase } from "./desk-page.ts";

/** What may be done with something in a state; what isn't here goes with any. */
const FITS: Partial<Record<ModerationVerb, ContentState[]>> = {
  approve: ["published", "held"],
  hide: ["published", "held"],
  remove: ["published", "held", "hidden"],
  restore: ["hidden", "deleted"],
  lock: ["published"],
  move: ["published"],
  mark_duplicate: ["published"],
  mark_official: ["published"],
};

const timeOf = (ctx: Ctx, at: string | Date) =>
  formatTime(ctx.t, new Date(at), ctx.now, ctx.community.timeZone);

/** The verbs that change something here. */
function usefulVerbs(found: DeskCase): ModerationVerb[] {
  const { thread } = found;
  const asked = found.posts.find((post) => post.asked);
  const about = subjectOf({
    post_id: found.subject.postId,
    thread_id: found.subject.threadId,
    member_id: found.subject.memberId,
  });
  const state = about?.kind === "thread" ? thread?.state : asked?.state;
  const isThread = about?.kind === "thread";
  const isAnswer = about?.kind === "post" && asked?.kind === "answer";
  const off: Partial<Record<ModerationVerb, boolean>> = {
    approve: state === undefined,
    hide: state === undefined,
    remove: state === undefined,
    restore: state === undefined,
    retag: !isThread,
    mask: state === undefined,
    move: !isThread,
    merge: !isThread,
    convert: !isThread,
    split: isThread || asked === undefined,
    message: found.about === null,
    erase_address: found.about === null,
    lock: !isThread || thread?.locked === true,
    unlock: !isThread || thread?.locked !== true,
    pin: !isThread || thread?.pinned === true,
    unpin: !isThread || thread?.pinned !== true,
    mark_duplicate: !isThread,
    unmark_duplicate: true,
    mark_official: !isAnswer,
    unmark_official: true,
  };
  return found.verbs.filter((verb) => {
    if (off[verb]) return false;
    const states = FITS[verb];
    return !states || state === undefined || states.includes(state);
  });
}

function postOf(ctx: Ctx, post: DeskCase["posts"][number]): CasePost {
  const { author } = post;
  return {
    id: post.id,
    handle: author?.handle ?? null,
    name: author?.name ?? "",
    hue: author?.hue ?? 0,
    mark: author ? { role: author.role, rank: author.rank } : null,
    at: timeOf(ctx, post.created_at),
    html: post.html,
    state: post.state,
    own: post.asked,
  };
}

function logOf(ctx: Ctx, found: DeskCase): LogLine[] {
  const { t } = ctx;
  const somebody = t("desk.somebody");
  const lines: { at: Date; line: LogLine }[] = [];
  const add = (at: string | Date, kind: LogLine["kind"], text: string) =>
    lines.push({ at: new Date(at), line: { kind, text, at: timeOf(ctx, at) } });
  for (const report of found.reports) {
    add(
      report.created_at,
      "report",
      t("desk.reported", {
        name: report.reporter?.name ?? somebody,
        kind: t(`desk.kind.${report.kind}`),
        text: report.text,
      }),
    );
  }
  for (const decision of found.decisions) {
    add(
      decision.created_at,
      "decision",
      t("desk.decided", {
        name: decision.actor?.name ?? t(decision.automated ? "desk.byRule" : "desk.byMembers"),
        verb: t("desk.did", { verb: decision.verb }),
        reason: decision.reason,
      }),
    );
  }
  if (found.reports.length === 0) add(found.openedAt, "found", t("desk.opened"));
  return lines.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ line }) => line);
}

type FoundNote = { id: number; author: string | null; created_at: string; text: string };

function noteOf(ctx: Ctx, { id, author, created_at: at, text }: FoundNote): Note {
  return { id, by: author ?? ctx.t("common.formerMember"), at: timeOf(ctx, at), text };
}

function recordOf(ctx: Ctx, about: NonNullable<DeskCase["about"]>): MemberRecord {
  const { t } = ctx;
  return {
    handle: about.handle,
    name: about.name,
    hue: about.hue,
    mark: { role: about.role, rank: about.rank },
    joined: t("desk.joined", { when: timeOf(ctx, about.joined).text }),
    figures: {
      posts: about.threads + about.answers,
      solutions: about.accepted,
      warnings: about.sanctions.filter(({ kind }) => kind === "warn").length,
      goodReports: about.reports.agreed,
    },
    sanctions: about.sanctions
      .filter(({ active }) => active)
      .map((sanction) => ({
        id: sanction.id,
        text: t("desk.sanction", {
          kind: sanction.kind,
          until: sanction.ends_at === null ? "" : timeOf(ctx, sanction.ends_at).title,
        }),
      })),
    notes: about.notes.map((note) => noteOf(ctx, note)),
  };
}

/** Where a thread may be moved to. */
async function spacesOf(ctx: Ctx) {
  return ctx.db
    .selectFrom("space")
    .select(["slug", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("read_role", "in", rolesUpTo(ctx.actor.role))
    .orderBy("position")
    .execute();
}

/** A case as the desk shows it. */
export async function openCase(ctx: Ctx, found: DeskCase): Promise<OpenCase | null> {
  const { subject: columns, thread, claimed } = found;
  const subject = subjectOf({
    post_id: columns.postId,
    thread_id: columns.threadId,
    member_id: columns.memberId,
  });
  if (!subject) return null;
  const useful = usefulVerbs(found);
  // Text and tags have pages of their own.
  const verbs = useful.filter((verb) => verb !== "edit" && verb !== "retag");
  const asked = found.posts.find((post) => post.asked);
  const shown = found.posts.length;
  const staff = isStaff(ctx.actor.role);
  const appeal = found.appeals[0];
  const appealed = found.decisions.find(({ id }) => id === appeal?.decision_id);
  return {
    id: found.id,
    queue: found.queue,
    subject,
    lastSeen: found.lastDecisionId,
    why: (found.reasons as ErrorMessage[]).map(({ key, params }) =>
      translateKey(ctx.t, key, params),
    ),
    thread: thread
      ? {
          id: thread.id,
          title: thread.title,
          href: `/t/${thread.id}/${thread.slug}`,
          space: thread.space.name,
          posts: thread.replies + 1,
          kind: thread.kind,
          spaceSlug: thread.space.slug,
          notes: found.threadNotes.map((note) => noteOf(ctx, note)),
        }
      : null,
    tendHref: thread && useful.includes("retag") ? `/t/${thread.id}/do/tend` : null,
    originalHref: asked && found.masked ? `/p/${asked.id}/original` : null,
    escalateHref: thread && staff ? `/staff/cases/${found.id}/escalate` : null,
    handOverHref: found.queue === "held" && staff ? `/staff/cases/${found.id}/hand-over` : null,
    editHref: asked && useful.includes("edit") ? `/p/${asked.id}/edit` : null,
    priority: found.priority,
    assignedTo: found.assignedTo,
    workers: await listWorkers(ctx, thread?.space.id ?? null),
    posts: found.posts.map((post) => postOf(ctx, post)),
    skipped: thread ? Math.max(0, thread.replies + 1 - shown) : 0,
    log: logOf(ctx, found),
    claim: claimed ? { name: claimed.name ?? "", own: claimed.id === ctx.actor.id } : null,
    member: found.about ? recordOf(ctx, found.about) : null,
    verbs,
    spaces: verbs.includes("move") ? await spacesOf(ctx) : [],
    appeal: appeal
      ? {
          id: appeal.id,
          text: appeal.text,
          decision: appealed ? ctx.t("desk.did", { verb: appealed.verb }) : "",
        }
      : null,
  };
}
