import { Form, Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/field.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { failureOf, type DeskFailure } from "./desk-failure.ts";
import { deskHref } from "./desk-href.ts";
import type { DeskPage } from "./desk-page.ts";
import { EVERYTHING, placeQuery, type DeskPlace } from "./desk-place.ts";
import { QUEUE_LOOK } from "./queue-look.ts";

type Props = { page: DeskPage; failure: DeskFailure | null };

/** Which cases are shown: queues and kept views in a row, the rest folded away. */
export function QueueFilters({ page, failure }: Props) {
  return (
    <>
      <Chips page={page} />
      <Narrow page={page} failure={failureOf(failure, "view", "remove-view")} />
    </>
  );
}

function Chips({ page }: { page: DeskPage }) {
  const t = useT();
  const { place } = page;
  const shown = placeQuery(place);
  const chip = (props: { to: DeskPlace; label: string; count?: number; key: string }) => {
    const on = placeQuery(props.to) === shown;
    return (
      <li key={props.key}>
        <Link
          className={joinClasses("pl-chip", on && "pl-chip--on")}
          to={deskHref(props.to)}
          aria-current={on ? "true" : undefined}
        >
          <span dir="auto">{props.label}</span>
          {props.count === undefined ? null : ` ${props.count}`}
        </Link>
      </li>
    );
  };
  return (
    <nav aria-label={t("desk.filters")}>
      <ul className="pl-desk__filters">
        {chip({ key: "all", to: EVERYTHING, label: t("desk.all") })}
        {chip({ key: "mine", to: { ...EVERYTHING, whose: "mine" }, label: t("desk.mine") })}
        {page.views.map(({ id, name, place: to }) => chip({ key: `view-${id}`, to, label: name }))}
        {page.counts
          .filter(({ count, queue }) => count > 0 || queue === place.queue)
          .map(({ queue, count }) =>
            chip({
              key: queue,
              to: { ...EVERYTHING, queue },
              label: t(QUEUE_LOOK[queue].label),
              count,
            }),
          )}
      </ul>
    </nav>
  );
}

function Narrow({ page, failure }: Props) {
  const t = useT();
  const { place, spaces } = page;
  // More than one of the chips says.
  const chosen = [place.queue, place.whose].filter((of) => of !== null).length;
  const narrowed =
    chosen > 1 ||
    place.whose === "nobody" ||
    place.over ||
    place.priority !== null ||
    place.spaceId !== null;
  const kept = page.views.find(({ place: of }) => placeQuery(of) === placeQuery(place));
  return (
    <details className="pl-fold pl-desk__narrow" open={narrowed || failure !== null}>
      <summary>{t("desk.narrow")}</summary>
      <Form method="get" className="pl-fields">
        {place.queue ? <input type="hidden" name="queue" value={place.queue} /> : null}
        <SelectField
          id="narrow-whose"
          name="whose"
          label={t("desk.whose")}
          defaultValue={place.whose ?? ""}
          options={[
            { value: "", label: t("desk.whoseAll") },
            { value: "mine", label: t("desk.mine") },
            { value: "nobody", label: t("desk.whoseNobody") },
          ]}
        />
        <SelectField
          id="narrow-space"
          name="space"
          label={t("desk.space")}
          defaultValue={place.spaceId ?? ""}
          options={[
            { value: "", label: t("desk.all") },
            ...spaces.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <SelectField
          id="narrow-priority"
          name="priority"
          label={t("desk.priority")}
          defaultValue={place.priority ?? ""}
          options={[
            { value: "", label: t("desk.all") },
            ...[3, 2, 1, 0].map((value) => ({
              value: String(value),
              label: t("desk.priorityOf", { value: String(value) }),
            })),
          ]}
        />
        <CheckField
          id="narrow-over"
          name="over"
          value="1"
          label={t("desk.overOnly")}
          defaultChecked={place.over}
        />
        <div>
          <Button size="sm">{t("desk.show")}</Button>
        </div>
      </Form>
      <Form method="post" className="pl-staff__line">
        {kept ? (
          <>
            <input type="hidden" name="intent" value="remove-view" />
            <input type="hidden" name="view" value={kept.id} />
            <Button size="sm">{t("desk.removeView", { name: kept.name })}</Button>
          </>
        ) : (
          <>
            <input type="hidden" name="intent" value="view" />
            <TextField
              id="view-name"
              name="name"
              label={t("desk.viewName")}
              error={failure?.fields.view}
              defaultValue={failure?.values.name}
              required
              maxLength={40}
              dir="auto"
            />
            <Button size="sm">{t("desk.saveView")}</Button>
          </>
        )}
      </Form>
    </details>
  );
}
