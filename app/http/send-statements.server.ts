import { reportPeriod } from "#app/features/moderation/clocks/report-period.ts";
import {
  writeStatements,
  type StatementFormat,
} from "#app/features/moderation/statements/write-statements.server.ts";
import type { PageCtx } from "./context.server.ts";

const TYPES = {
  jsonl: "application/jsonl; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const satisfies Record<StatementFormat, string>;

/** Text as bytes, made as fast as it is read. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** The statements of reasons of the days asked for, as a file that is written while it is sent. */
export function sendStatements(ctx: PageCtx, format: StatementFormat): Response {
  const query = new URL(ctx.request.url).searchParams;
  const { slug, timeZone } = ctx.community;
  const { days, period } = reportPeriod(query, { now: ctx.now, timeZone });
  const parts = writeStatements(ctx, { period, format });
  const name = `${slug}-statements-${days.from}-${days.to}.${format}`;
  return new Response(streamOf(parts), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
