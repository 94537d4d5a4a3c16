import { AuthorMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { StatList } from "#app/ui/stat-list.tsx";
import { failureOf, type DeskFailure } from "./desk-failure.ts";
import type { CannedReply, MemberRecord, OpenCase } from "./desk-page.ts";
import { StaffNotes } from "./staff-notes.tsx";

type Props = {
  open: OpenCase;
  canned: CannedReply[];
  brand: string;
  failure: DeskFailure | null;
};

/** Who it is about, what they are told, and what staff noted. */
export function MemberPane({ open, canned, brand, failure }: Props) {
  const t = useT();
  const { member } = open;
  return (
    <aside className="pl-pane pl-pane--member" id="member" aria-label={t("desk.memberPane")}>
      <div className="pl-pane__b">
        {member ? <Who member={member} brand={brand} /> : null}
        <Message
          name={member?.name ?? null}
          canned={canned}
          failure={failureOf(failure, "decide", "appeal")}
        />
        {member ? (
          <StaffNotes
            id="note"
            title={t("desk.notes")}
            notes={member.notes}
            fields={{ intent: "note", case: open.id, handle: member.handle }}
            failure={failureOf(failure, "note")}
          />
        ) : null}
      </div>
    </aside>
  );
}

function Who({ member, brand }: { member: MemberRecord; brand: string }) {
  const t = useT();
  return (
    <section className="pl-fields" aria-labelledby="member-name">
      <div className="pl-desk__who">
        <MemberAvatar
          name={member.name}
          hue={member.hue}
          of={member.mark}
          brand={brand}
          size={48}
        />
        <div>
          <h2 className="pl-h-rail" id="member-name">
            <a href={`/m/${member.handle}`} dir="auto">
              {member.name}
            </a>
          </h2>
          <AuthorMarks of={member.mark} brand={brand} />
          <p className="pl-meta">{member.joined}</p>
        </div>
      </div>
      <StatList
        items={(["posts", "solutions", "warnings", "goodReports"] as const).map((name) => ({
          value: String(member.figures[name]),
          label: t(`desk.figure.${name}`),
        }))}
      />
      {member.sanctions.map(({ id, text }) => (
        <p key={id} className="pl-is-danger pl-word">
          {text}
        </p>
      ))}
    </section>
  );
}

/** The reason, as its reader gets it. Belongs to the form of the decision. */
function Message(props: {
  name: string | null;
  canned: CannedReply[];
  failure: DeskFailure | null;
}) {
  const t = useT();
  const { name, canned, failure } = props;
  return (
    <section className="pl-fields" aria-labelledby="message-title">
      <h3 className="pl-h-rail" id="message-title">
        {name === null ? t("desk.reason") : t("desk.messageTo", { name })}
      </h3>
      {canned.length > 0 ? (
        <ul className="pl-canned" data-canned>
          {canned.map(({ id, name: title, text }, index) => (
            <li key={id}>
              <button type="button" data-text={text}>
                <b dir="auto">{title}</b>
                {index < 9 ? (
                  <kbd className="pl-kbd" aria-hidden="true">
                    {index + 1}
                  </kbd>
                ) : null}
                <span className="pl-clip" dir="auto">
                  {text}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <TextAreaField
        id="decide-reason"
        name="reason"
        form="decide"
        label={t("desk.reasonLabel")}
        hint={t("desk.reasonHint")}
        error={failure?.fields.reason}
        defaultValue={failure?.values.reason}
        rows={4}
        maxLength={500}
        dir="auto"
      />
      <TextField
        id="decide-rule"
        name="rule"
        form="decide"
        label={t("desk.rule")}
        optional={t("desk.optional")}
        error={failure?.fields.rule}
        defaultValue={failure?.values.rule}
        maxLength={300}
      />
    </section>
  );
}
