import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import type { OpenCase } from "./desk-page.ts";

/** Whose case it is, and how urgent. */
export function AssignFold({ open }: { open: OpenCase }) {
  const t = useT();
  const worker = open.workers.find(({ id }) => id === open.assignedTo);
  return (
    <details className="pl-fold">
      <summary>
        {t("desk.assignment", {
          priority: t("desk.priorityOf", { value: String(open.priority) }),
          who: worker ? t("desk.assignedTo", { name: worker.name }) : t("desk.whoseNobody"),
        })}
      </summary>
      <Form method="post" className="pl-staff__line" preventScrollReset>
        <input type="hidden" name="intent" value="assign" />
        <input type="hidden" name="case" value={open.id} />
        <SelectField
          id="assign-worker"
          name="worker"
          label={t("desk.assign")}
          defaultValue={open.assignedTo ?? ""}
          options={[
            { value: "", label: t("desk.whoseNobody") },
            ...open.workers.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <SelectField
          id="assign-priority"
          name="priority"
          label={t("desk.priority")}
          defaultValue={open.priority}
          options={[3, 2, 1, 0].map((value) => ({
            value: String(value),
            label: t("desk.priorityOf", { value: String(value) }),
          }))}
        />
        <Button size="sm">{t("desk.saveAssign")}</Button>
      </Form>
    </details>
  );
}
