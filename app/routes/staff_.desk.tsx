import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assignCase } from "#app/features/moderation/assign-case.server.ts";
import { claimCase } from "#app/features/moderation/claim-case.server.ts";
import { decideAppeal } from "#app/features/moderation/decide-appeal.server.ts";
import { decideMany } from "#app/features/moderation/desk/decide-many.server.ts";
import { answerAsStaff } from "#app/features/moderation/desk/answer-as-staff.server.ts";
import {
  answerForm,
  appealForm,
  assignForm,
  bulkForm,
  caseForm,
  decideForm,
  intentForm,
  noteForm,
  removeViewForm,
  threadNoteForm,
  undoForm,
  viewForm,
} from "#app/features/moderation/desk/desk-forms.ts";
import { deskHref } from "#app/features/moderation/desk/desk-href.ts";
import { DeskView } from "#app/features/moderation/desk/desk-view.tsx";
import { placeFrom, type DeskPlace } from "#app/features/moderation/desk/desk-place.ts";
import { getDesk } from "#app/features/moderation/desk/get-desk.server.ts";
import { removeView, saveView } from "#app/features/moderation/desk/keep-views.server.ts";
import { nextCase } from "#app/features/moderation/desk/next-case.server.ts";
import { noteOnMember } from "#app/features/moderation/desk/note-on-member.server.ts";
import { undoDecision } from "#app/features/moderation/desk/undo-decision.server.ts";
import { decide } from "#app/features/moderation/decide.server.ts";
import { noteThread } from "#app/features/moderation/keep-notes.server.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

/** Where in the desk one is. */
function placeOf(ctx: PageCtx): DeskPlace {
  return placeFrom(new URL(ctx.request.url).searchParams);
}

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const desk = await getDesk(ctx, {
    place: placeOf(ctx),
    after: query.get("after"),
    case: query.get("case"),
    undo: query.get("undo"),
    done: query.get("done"),
  });
  return { desk, brand: ctx.community.name, title: ctx.t("desk.title") };
});

/** What decides about a case, and leads on to the next one. */
async function decideCase(ctx: PageCtx, fields: FormData, intent: string) {
  const place = placeOf(ctx);
  const after = parseForm(caseForm, fields).case;
  const following = await nextCase(ctx, { place, after });
  if (intent === "appeal") {
    const { appeal, outcome, reason } = parseForm(appealForm, fields);
    await decideAppeal(ctx, { appealId: appeal, outcome, answer: reason });
    return redirect(deskHref(place, { case: following }));
  }
  if (intent === "answer") {
    const { answer, official, lastSeen, key } = parseForm(answerForm, fields);
    await answerAsStaff(ctx, {
      caseId: after,
      body: answer,
      official: official === "yes",
      lastSeen: lastSeen ?? null,
      key,
    });
    return redirect(deskHref(place, { case: following }));
  }
  const { kind, id, case: caseId, lastSeen, ...given } = parseForm(decideForm, fields);
  const { decisionId } = await decide(ctx, {
    ...given,
    subject: { kind, id },
    caseId,
    lastSeen: lastSeen ?? null,
  });
  return redirect(deskHref(place, { case: following, undo: decisionId }));
}

/** What is kept about a case, without deciding. */
async function keepAbout(ctx: PageCtx, fields: FormData, intent: string) {
  const place = placeOf(ctx);
  const open = Number(new URL(ctx.request.url).searchParams.get("case")) || undefined;
  if (intent === "note") {
    const { handle, note } = parseForm(noteForm, fields);
    await noteOnMember(ctx, { handle, note });
  } else if (intent === "thread-note") {
    const { thread, note } = parseForm(threadNoteForm, fields);
    await noteThread(ctx, { threadId: thread, text: note });
  } else if (intent === "assign") {
    const { case: caseId, worker, priority } = parseForm(assignForm, fields);
    await assignCase(ctx, { caseId, memberId: worker ?? null, priority });
  } else if (intent === "view") {
    await saveView(ctx, { name: parseForm(viewForm, fields).name, place });
  } else if (intent === "remove-view") {
    await removeView(ctx, { viewId: parseForm(removeViewForm, fields).view });
  } else throw new InvalidError({});
  return redirect(deskHref(place, { case: open }));
}

export const action = form(async (ctx, fields) => {
  const place = placeOf(ctx);
  const { intent } = parseForm(intentForm, fields);
  switch (intent) {
    case "decide":
    case "appeal":
    case "answer":
      return decideCase(ctx, fields, intent);
    case "undo": {
      const { decision } = parseForm(undoForm, fields);
      const { caseId } = await undoDecision(ctx, { decisionId: decision });
      return redirect(deskHref(place, { case: caseId }));
    }
    case "bulk": {
      const cases = fields.getAll("case").map(Number);
      const { done } = await decideMany(ctx, { cases, verb: parseForm(bulkForm, fields).verb });
      return redirect(deskHref(place, { done }));
    }
    case "claim":
      await claimCase(ctx, { caseId: parseForm(caseForm, fields).case });
      return { claimed: true };
    default:
      return keepAbout(ctx, fields, intent);
  }
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Desk() {
  const { desk, brand } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <DeskView page={desk} brand={brand} failure={failure} />;
}
