import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerCase } from "#app/features/insights/cases/answer-case.server.ts";
import { assignCase } from "#app/features/insights/cases/assign-case.server.ts";
import { reopenCase } from "#app/features/insights/cases/reopen-case.server.ts";
import { solveCase } from "#app/features/insights/cases/solve-case.server.ts";
import type { ClusterRef } from "#app/features/insights/cases/take-up.server.ts";
import { ClusterPageView } from "#app/features/insights/components/cluster-page.tsx";
import { clusterHref } from "#app/features/insights/components/cluster-words.tsx";
import { getCluster } from "#app/features/insights/get-cluster.server.ts";
import { listOf } from "#app/features/insights/get-looked-for.server.ts";
import { periodOf } from "#app/features/insights/log/periods.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { findVisible } from "#app/features/threads/searching/find-visible.server.ts";
import { searchThreads } from "#app/features/threads/searching/search-threads.server.ts";
import { threadHref } from "#app/features/threads/thread-view.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

const MAX_QUERY = 200;
const MOST_FOUND = 8;

function refOf(ctx: PageCtx): ClusterRef {
  const query = new URL(ctx.request.url).searchParams;
  return { key: query.get("key") ?? "", days: periodOf(query.get("days")) };
}

async function findThreads(ctx: PageCtx) {
  const given = new URL(ctx.request.url).searchParams.get("find");
  const words = given?.trim().slice(0, MAX_QUERY) ?? "";
  if (words === "") return null;
  const rows = await searchThreads(ctx, words);
  return {
    words,
    threads: rows.slice(0, MOST_FOUND).map(({ id, title, href }) => ({ id, title, href })),
  };
}

/** One query that people look for, with all that mean the same. */
export const loader = page(async (ctx) => {
  const { threads, ...cluster } = await getCluster(ctx, refOf(ctx));
  const answerId = cluster.cluster.threadId;
  const ids = threads.map(({ threadId }) => threadId);
  const [visible, find] = await Promise.all([
    findVisible(ctx, answerId === null ? ids : [...ids, answerId]),
    findThreads(ctx),
  ]);
  const named = (id: number) => {
    const thread = visible.get(id);
    return thread ? [{ id, title: thread.title, href: threadHref(id, thread.slug) }] : [];
  };
  return {
    page: cluster,
    threads: threads.flatMap(({ threadId, shown, opened }) =>
      named(threadId).map((thread) => ({ ...thread, shown, opened })),
    ),
    answer: (answerId === null ? [] : named(answerId))[0] ?? null,
    find,
    saved: new URL(ctx.request.url).searchParams.has("saved"),
  };
});

const actionForm = z.object({
  intent: z.enum(["assign", "assignMe", "answer", "solve", "reopen"]),
  member: z.string().max(20).optional(),
  thread: z.string().max(300).optional(),
});

/** The id in `42`, `/t/42/title` or a whole address of it; only of a thread that the actor sees. */
async function threadOf(ctx: PageCtx, given: string): Promise<number> {
  const id = Number(/^(?:\S*\/t\/)?([1-9]\d{0,14})(?:[/?#]\S*)?$/.exec(given.trim())?.[1] ?? 0);
  if (id > 0 && (await findVisible(ctx, [id])).has(id)) return id;
  throw new InvalidError({ thread: { key: "lookedFor.noThread" } });
}

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "tune_search", null);
  const ref = refOf(ctx);
  const { intent, member, thread } = parseForm(actionForm, fields);
  if (intent === "assign") {
    await assignCase(ctx, { ...ref, memberId: member ? Number(member) : null });
  } else if (intent === "assignMe") await assignCase(ctx, { ...ref, memberId: ctx.actor.id });
  else if (intent === "answer") {
    await answerCase(ctx, { ...ref, threadId: await threadOf(ctx, thread ?? "") });
  } else if (intent === "solve") await solveCase(ctx, ref);
  else await reopenCase(ctx, ref);
  const list = new URL(ctx.request.url).searchParams.get("list");
  if (list === null) return redirect(`${clusterHref(ref.key, ref.days)}&saved`);
  return redirect(`/staff/search?list=${listOf(list)}&days=${ref.days}&saved`);
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.page.cluster.name, noindex: true }) : [];

export default function LookedForQuery() {
  const data = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ClusterPageView {...data} failure={result && "ok" in result ? result : null} />;
}
