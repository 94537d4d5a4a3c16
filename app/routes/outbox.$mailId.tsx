import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OutboxMail } from "#app/features/notifications/components/outbox-mail.tsx";
import { outboxOpen } from "#app/features/notifications/outbox-open.server.ts";
import { readOutboxMail } from "#app/features/notifications/read-outbox.server.ts";
import { splitLinks } from "#app/features/notifications/split-links.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { isLoopback } from "#app/http/network-of.ts";
import { page } from "#app/http/respond.server.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export const loader = page(async (ctx, params) => {
  const { request, info } = ctx;
  if (!outboxOpen({ local: isLoopback(info.ip), headers: request.headers })) {
    throw new NotFoundError();
  }
  const mail = await readOutboxMail(ctx, positiveId(params.mailId));
  return {
    subject: mail.subject,
    to: mail.to,
    parts: splitLinks(mail.text),
    when: formatTime(ctx.t, mail.createdAt, ctx.now, ctx.community.timeZone),
    title: `${mail.subject} · ${ctx.community.name}`,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: "referrer", content: "no-referrer" }] : [];

export default function Mail() {
  return <OutboxMail {...useLoaderData<typeof loader>()} />;
}
