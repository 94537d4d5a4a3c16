import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OutboxList } from "#app/features/notifications/components/outbox-list.tsx";
import { outboxOpen } from "#app/features/notifications/outbox-open.server.ts";
import { listOutbox } from "#app/features/notifications/read-outbox.server.ts";
import { isLoopback } from "#app/http/network-of.ts";
import { page } from "#app/http/respond.server.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export const loader = page(async (ctx) => {
  const { request, info } = ctx;
  if (!outboxOpen({ local: isLoopback(info.ip), headers: request.headers })) {
    throw new NotFoundError();
  }
  const mails = await listOutbox(ctx);
  return {
    mails: mails.map(({ createdAt, ...mail }) => ({
      ...mail,
      when: formatTime(ctx.t, createdAt, ctx.now, ctx.community.timeZone),
    })),
    title: `${ctx.t("account.outboxTitle")} · ${ctx.community.name}`,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Outbox() {
  return <OutboxList mails={useLoaderData<typeof loader>().mails} />;
}
