import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Time } from "#app/ui/time.tsx";
import type { DeskFailure } from "./desk-failure.ts";
import type { Note } from "./desk-page.ts";

type Props = {
  id: string;
  title: string;
  notes: Note[];
  /** Hidden fields: what it is about. */
  fields: Record<string, string | number>;
  failure: DeskFailure | null;
};

/** What staff wrote down for each other, and a line for more. */
export function StaffNotes({ id, title, notes, fields, failure }: Props) {
  const t = useT();
  return (
    <section className="pl-fields" aria-labelledby={`${id}-title`}>
      <div className="pl-desk__notesh">
        <h3 className="pl-h-rail" id={`${id}-title`}>
          {title}
        </h3>
        <span className="pl-meta">
          <Icon name="lock" size={14} /> {t("desk.notesStaff")}
        </span>
      </div>
      {notes.length > 0 ? (
        <ul className="pl-desk__notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p dir="auto">{note.text}</p>
              <span className="pl-meta">
                <span dir="auto">{note.by}</span>, <Time {...note.at} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" className="pl-fields" preventScrollReset>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          id={id}
          name="note"
          label={t("desk.noteLabel")}
          error={
            failure ? (failure.fields.note ?? failure.fields.text ?? failure.error) : undefined
          }
          defaultValue={failure?.values.note}
          required
          maxLength={2000}
          dir="auto"
        />
        <div>
          <Button size="sm">{t("desk.noteAdd")}</Button>
        </div>
      </Form>
    </section>
  );
}
