import { expect, it } from "vitest";
import { parseForm } from "#app/http/parse-form.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "../open-case.server.ts";
import {
  holidaysForm,
  holidaysOf,
  hoursForm,
  targetsForm,
  targetsOf,
  weekOf,
} from "./clock-forms.ts";
import { getClockSettings } from "./get-clock-settings.server.ts";
import { loadClocks } from "./load-clocks.server.ts";
import { setHolidays, setTargets, setWorkingHours } from "./set-clocks.server.ts";
import { DEFAULT_TARGETS } from "./targets.ts";
import { ALWAYS } from "./work-calendar.ts";

const { db } = await cloneDatabase();

async function makeHome() {
  const community = await makeCommunity(db);
  const admin = makeCtx(db, community, await makeMember(db, community, { role: "admin" }));
  const staff = makeCtx(db, community, await makeMember(db, community, { role: "moderator" }));
  return { community, admin, staff };
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

/** The fields that are refused, with the keys of what is said. */
function refusedBy(work: () => unknown): Record<string, string> {
  try {
    work();
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    return Object.fromEntries(Object.entries(error.fields).map(([name, { key }]) => [name, key]));
  }
  return {};
}

const week = (values: Record<string, string>) =>
  weekOf(parseForm(hoursForm, formOf({ timeZone: "UTC", ...values })));

it("a community works around the clock with the product’s targets until it says otherwise", async () => {
  const { community, admin } = await makeHome();
  const clocks = await loadClocks(db, community.id);
  expect(clocks.calendar.week).toEqual(ALWAYS);
  expect(clocks.targets).toEqual(DEFAULT_TARGETS);
  const { values } = await getClockSettings(admin);
  expect(values).toMatchObject({ "day-1": "", "target-held-2": "2:00", "warn-held": "80" });
});

it("what the page says can be sent back as it is, and changes nothing", async () => {
  const { community, admin } = await makeHome();
  const given = week({
    "day-1": "22:00-6:00",
    "day-2": "9:00–12:30, 13:30 - 17:00",
    "day-5": "0:00-24:00",
  });
  await setWorkingHours(admin, { timeZone: "Asia/Riyadh", week: given });
  const days = { holidays: "2026-12-26: Boxing Day\n\n2026-12-25 Christmas Day\r\n2027-01-01" };
  await setHolidays(admin, holidaysOf(parseForm(holidaysForm, formOf(days))));
  const { values } = await getClockSettings(admin);
  expect(values).toMatchObject({
    timeZone: "Asia/Riyadh",
    "day-1": "22:00–6:00",
    "day-2": "9:00–12:30, 13:30–17:00",
    "day-5": "0:00–24:00",
    "day-7": "",
    holidays: "2026-12-25 Christmas Day\n2026-12-26 Boxing Day\n2027-01-01",
  });
  const targets = targetsOf(
    parseForm(
      targetsForm,
      formOf({ ...values, "target-held-0": "", "target-held-3": "0:30", "warn-held": "50" }),
    ),
  );
  await setTargets(admin, targets);
  const before = await loadClocks(db, community.id);
  expect(before.targets.held).toEqual([
    { minutes: null, warnShare: 50 },
    { minutes: 480, warnShare: 50 },
    { minutes: 120, warnShare: 50 },
    { minutes: 30, warnShare: 50 },
  ]);
  const again = (await getClockSettings(admin)).values;
  await setWorkingHours(admin, { timeZone: again.timeZone!, week: week(again) });
  await setHolidays(admin, holidaysOf(parseForm(holidaysForm, formOf(again))));
  await setTargets(admin, targetsOf(parseForm(targetsForm, formOf(again))));
  const after = await loadClocks(db, community.id);
  expect(after.basisOf("held", 1)).toBe(before.basisOf("held", 1));
  expect(after.basisOf("appeal", 0)).toBe(before.basisOf("appeal", 0));
});

it("open cases follow at once", async () => {
  const { community, admin } = await makeHome();
  const { id } = await makeMember(db, community);
  const now = new Date("2026-03-09T09:00:00Z");
  const { caseId } = await inTransaction(db, (tx) =>
    openCase(tx, { ...admin, now }, { subject: { kind: "member", id }, queue: "reported" }),
  );
  const due = async () =>
    (
      await db
        .selectFrom("moderation_case")
        .select("due_at")
        .where("id", "=", caseId)
        .executeTakeFirstOrThrow()
    ).due_at?.toISOString();
  await setWorkingHours(
    { ...admin, now },
    { timeZone: "UTC", week: week({ "day-2": "9:00-17:00" }) },
  );
  // Three Tuesdays of eight hours.
  expect(await due()).toBe("2026-03-24T17:00:00.000Z");
  await setHolidays(admin, [{ day: "2026-03-10", name: "" }]);
  expect(await due()).toBe("2026-03-31T17:00:00.000Z");
  const reported = [0, 1, 2, 3].map(() => ({ minutes: 60, warnShare: 50 }));
  await setTargets(admin, { ...DEFAULT_TARGETS, reported });
  expect(await due()).toBe("2026-03-17T10:00:00.000Z");
});

it.each([
  "9",
  "9-17",
  "9:00",
  "9:60-10:00",
  "9:00-9:00",
  "24:00-1:00",
  "25:00-26:00",
  "9:00-10:00-11:00",
  "a:00-b:00",
])("“%s” are no hours", (text) => {
  expect(refusedBy(() => week({ "day-3": text }))).toEqual({ "day-3": "clocks.hoursBad" });
});

it("says what is wrong with each field", () => {
  expect(
    refusedBy(() =>
      week({
        "day-1": "9:00-12:00, 11:00-13:00",
        "day-2": "20:00-4:00, 22:00-23:00",
        "day-3": Array.from({ length: 7 }, (_, hour) => `${hour}:00-${hour}:30`).join(","),
      }),
    ),
  ).toEqual({
    "day-1": "clocks.hoursOverlap",
    "day-2": "clocks.hoursOverlap",
    "day-3": "clocks.hoursMany",
  });
  const holidays = (text: string) =>
    refusedBy(() => holidaysOf(parseForm(holidaysForm, formOf({ holidays: text }))));
  expect(holidays("2026-12-25\n2026-02-30 no such day")).toEqual({
    holidays: "clocks.holidaysBad",
  });
  expect(holidays("Christmas")).toEqual({ holidays: "clocks.holidaysBad" });
  const many = Array.from({ length: 401 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  expect(holidays(many.join("\n"))).toEqual({ holidays: "clocks.holidaysMany" });
  const targets = {
    "target-held-1": "4h",
    "target-held-2": "0:00",
    "target-held-3": "1:75",
    "warn-held": "80",
    "warn-appeal": "100",
  };
  const refused = refusedBy(() => targetsOf(parseForm(targetsForm, formOf(targets))));
  expect(refused).toMatchObject({
    "target-held-1": "clocks.targetBad",
    "target-held-2": "clocks.targetBad",
    "target-held-3": "clocks.targetBad",
    "warn-appeal": "clocks.warnBad",
    "warn-reported": "clocks.warnBad",
  });
  expect(refused).not.toHaveProperty("warn-held");
});

it("only admins set them, in a zone that there is", async () => {
  const { staff, admin } = await makeHome();
  await expect(getClockSettings(staff)).rejects.toThrow("forbidden");
  await expect(setWorkingHours(staff, { timeZone: "UTC", week: [] })).rejects.toThrow("forbidden");
  await expect(setHolidays(staff, [])).rejects.toThrow("forbidden");
  await expect(setTargets(staff, DEFAULT_TARGETS)).rejects.toThrow("forbidden");
  const nowhere = setWorkingHours(admin, { timeZone: "Mars/Olympus", week: [] });
  await expect(nowhere).rejects.toThrow(InvalidError);
});
