import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  endEscalation,
  maskEscalationAnswer,
} from "#app/features/moderation/escalation/change-escalation.server.ts";
import { retryDelivery } from "#app/features/moderation/escalation/escalate.server.ts";
import {
  escalationForm,
  escalationsForm,
  outcomeForm,
  retryForm,
} from "#app/features/moderation/escalation/escalation-forms.ts";
import { listEscalations } from "#app/features/moderation/escalation/list-escalations.server.ts";
import { EscalationListView } from "#app/features/moderation/escalation/list-view.tsx";
import { publishAnswer } from "#app/features/moderation/escalation/publish-answer.server.ts";
import { takeOutcome } from "#app/features/moderation/escalation/take-outcome.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

const STATES = ["open", "answered", "closed"] as const;

/** What staff passed on, and what came back. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const status = STATES.find((state) => state === query.get("status")) ?? "open";
  const before = Number(query.get("before"));
  return {
    list: await listEscalations(ctx, {
      status,
      before: Number.isSafeInteger(before) && before > 0 ? before : null,
    }),
    saved: query.has("saved"),
    title: ctx.t("escalation.listTitle"),
  };
});

/** Does what a form of the page asks for; gives the list that it is in then. */
async function change(ctx: PageCtx, fields: FormData): Promise<(typeof STATES)[number]> {
  const { do: what } = parseForm(escalationsForm, fields);
  if (what === "retry") {
    await retryDelivery(ctx, { deliveryId: parseForm(retryForm, fields).delivery });
    return "open";
  }
  const { escalation: escalationId } = parseForm(escalationForm, fields);
  switch (what) {
    case "outcome": {
      const { reference, answer } = parseForm(outcomeForm, fields);
      const status = answer.trim() === "" ? "open" : "answered";
      const outcome = { reference: reference.trim(), answer: answer.trim(), status } as const;
      await takeOutcome(ctx, { escalationId, outcome });
      return status;
    }
    case "mask":
      await maskEscalationAnswer(ctx, { escalationId });
      return "answered";
    case "publish":
      await publishAnswer(ctx, { escalationId });
      return "closed";
    case "close":
      await endEscalation(ctx, { escalationId });
      return "closed";
  }
}

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "desk.manage", null);
  const status = await change(ctx, fields);
  return redirect(`/staff/escalations?status=${status}&saved`);
});

export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffEscalations() {
  const { list, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <EscalationListView list={list} saved={saved} refused={refused} />;
}
