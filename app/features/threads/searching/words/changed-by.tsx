import { Dots } from "#app/ui/layout.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ChangeView } from "./list-changes.server.ts";

/** Who changed something last, and when. */
export function ChangedBy({ change }: { change: ChangeView }) {
  return (
    <Dots
      items={[
        change.by ? (
          <span key="by" dir="auto">
            {change.by}
          </span>
        ) : null,
        <Time key="at" {...change.at} />,
      ]}
    />
  );
}
