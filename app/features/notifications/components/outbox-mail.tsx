import type { TimeText } from "#app/i18n/format-time.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Dots, Panel } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Time } from "#app/ui/time.tsx";
import type { TextPart } from "../split-links.ts";

type Props = { subject: string; to: string; parts: TextPart[]; when: TimeText };

/** One mail's text, its links to follow. */
export function OutboxMail({ subject, to, parts, when }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page">
      <div className="pl-narrow pl-stack">
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: "/outbox", label: t("account.outboxBack") }]}
        />
        <PageHead
          title={subject}
          lead={<Dots items={[<bdi key="to">{to}</bdi>, <Time key="when" {...when} />]} />}
        />
        <Panel>
          <div dir="auto">
            {parts.map((part, index) =>
              part.href ? (
                <a key={index} href={part.href}>
                  {part.text}
                </a>
              ) : (
                <Lines key={index} text={part.text} />
              ),
            )}
          </div>
        </Panel>
      </div>
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
