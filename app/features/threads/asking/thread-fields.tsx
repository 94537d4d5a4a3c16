import { useT } from "#app/i18n/use-t.tsx";
import type { ThreadField } from "../thread-view.ts";
import "./said.css";

/** What the asker said in the fields of the space, as names and values. */
export function ThreadFields({ fields }: { fields: ThreadField[] }) {
  const t = useT();
  if (fields.length === 0) return null;
  return (
    <section aria-label={t("ask.fieldsOf")}>
      <dl className="pl-kv pl-said">
        {fields.map(({ label, kind, values }) => (
          <div key={label}>
            <dt>
              <span dir="auto">{label}</span>
            </dt>
            {values.map((value) => (
              <dd key={value}>
                <span dir="auto">{kind === "boolean" ? yesOrNo(t, value) : value}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function yesOrNo(t: ReturnType<typeof useT>, value: string): string {
  return t(value === "yes" ? "ask.yes" : "ask.no");
}
