import { useT } from "#app/i18n/use-t.tsx";
import { Table } from "#app/ui/table.tsx";
import { targetField, warnField, type ClockField } from "./field-names.ts";
import { PRIORITIES, QUEUES } from "./targets.ts";

/** A field for each queue and priority, and for each queue's warning. */
export function TargetTable({ field }: { field: ClockField }) {
  const t = useT();
  const priorityName = (priority: number) => t("clocks.priority", { priority: `p${priority}` });
  return (
    <Table
      caption={t("clocks.targetsTitle")}
      hideCaption
      columns={[
        { label: t("clocks.targetsQueue") },
        ...PRIORITIES.map((priority) => ({ label: priorityName(priority) })),
        { label: t("clocks.targetsWarn") },
      ]}
      rows={QUEUES.map((name) => {
        const queue = t("clocks.queue", { queue: name });
        return {
          key: name,
          cells: [
            queue,
            ...PRIORITIES.map((priority) => (
              <Cell
                key={priority}
                {...field(targetField(name, priority))}
                label={t("clocks.targetsField", { queue, priority: priorityName(priority) })}
              />
            )),
            <Cell
              key="warn"
              {...field(warnField(name))}
              label={t("clocks.targetsWarnField", { queue })}
              whole
            />,
          ],
        };
      })}
    />
  );
}

type CellProps = ReturnType<ClockField> & { label: string; whole?: boolean };

function Cell({ id, name, label, error, defaultValue, whole }: CellProps) {
  return (
    <input
      type="text"
      className="pl-input"
      id={id}
      name={name}
      size={6}
      maxLength={whole ? 2 : 7}
      inputMode={whole ? "numeric" : undefined}
      dir="ltr"
      autoComplete="off"
      aria-label={label}
      aria-invalid={error === undefined ? undefined : true}
      title={error}
      defaultValue={defaultValue}
    />
  );
}
