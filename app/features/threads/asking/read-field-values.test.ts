import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidError } from "#app/lib/errors.ts";
import { detailsOf } from "./field-details.ts";
import { readFieldValues } from "./read-field-values.ts";
import { FIELD_KINDS, fieldName, FIELD_LIMITS, type SpaceField } from "./space-field.ts";

const field = (given: Partial<SpaceField>): SpaceField => ({
  id: 1,
  kind: "text",
  label: "Device",
  help: "",
  options: [],
  required: false,
  ...given,
});

const read = (given: Partial<SpaceField>, value: string | string[], demand = true) => {
  const values = Array.isArray(value) ? value : null;
  const typed = values
    ? Object.fromEntries(values.map((text, index) => [`field-1.${index}`, text]))
    : { "field-1": String(value) };
  return readFieldValues([field(given)], typed, { demand }).map((said) => said.value);
};

const wrong = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidError) return Object.values(error.fields).map(({ key }) => key);
    throw error;
  }
  return [];
};

const HUBS = { kind: "choice", options: ["Hub 2", "Hub 3"] } as const;
const MANY = { kind: "choices", options: ["Phone", "TV", "لابتوب"] } as const;

describe("what is said in a field", () => {
  it("is one tidy line of text", () => {
    expect(read({}, "  Hub\r\n 3\t ")).toEqual(["Hub 3"]);
    expect(read({}, "   ")).toEqual([]);
    expect(wrong(() => read({}, "x".repeat(121)))).toEqual(["error.tooLong"]);
  });

  it("is one of the list, and nothing else", () => {
    expect(read({ ...HUBS, options: [...HUBS.options] }, "Hub 3")).toEqual(["Hub 3"]);
    expect(wrong(() => read({ ...HUBS, options: [...HUBS.options] }, "Hub 4"))).toEqual([
      "ask.fieldNotListed",
    ]);
  });

  it("is several of the list, each once", () => {
    const many = { ...MANY, options: [...MANY.options] };
    expect(read(many, ["TV", "لابتوب", "TV"])).toEqual(["TV", "لابتوب"]);
    expect(read(many, [])).toEqual([]);
    expect(wrong(() => read(many, ["TV", "Radio"]))).toEqual(["ask.fieldNotListed"]);
    expect(wrong(() => read({ ...many, required: true }, []))).toEqual(["error.required"]);
  });

  it("is yes or no", () => {
    expect(read({ kind: "boolean" }, "no")).toEqual(["no"]);
    expect(wrong(() => read({ kind: "boolean" }, "maybe"))).toEqual(["ask.fieldNotListed"]);
  });

  it.each([
    ["007", "7"],
    ["٧٫٥", "7.5"],
    ["۱۲", "12"],
    ["1,50", "1.5"],
    ["-0", "0"],
    ["-0.10", "-0.1"],
    ["999999999999999.000001", "999999999999999.000001"],
  ])("reads the number %s as %s", (typed, stored) => {
    expect(read({ kind: "number" }, typed)).toEqual([stored]);
  });

  it.each(["seven", "1e5", "1.2.3", "0x10", "1234567890123456", "--1", "."])(
    "refuses the number %s",
    (typed) => {
      expect(wrong(() => read({ kind: "number" }, typed))).toEqual(["ask.fieldNumber"]);
    },
  );

  it("must be there only where it is demanded", () => {
    expect(wrong(() => read({ required: true }, ""))).toEqual(["error.required"]);
    expect(read({ required: true }, "", false)).toEqual([]);
  });

  it("belongs to a field: the rest is left out", () => {
    const given = { "field-2": "elsewhere", title: "a title", "field-1": "here" };
    expect(readFieldValues([field({})], given, { demand: true })).toEqual([
      { fieldId: 1, value: "here" },
    ]);
  });
});

const anyField = fc.record({
  kind: fc.constantFrom(...FIELD_KINDS),
  options: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 5 }),
  required: fc.boolean(),
});
const anyValue = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom("yes", "no", "7", "٧", "", "\u0000", "\ud800"),
);

describe("any values in any fields", () => {
  it("are refused by name or stored as the fields allow", () => {
    const anyForm = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.nat(4), { nil: null }), anyValue),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.array(anyField, { maxLength: 5 }), anyForm, (definitions, entries) => {
        const fields = definitions.map((one, index) => field({ ...one, id: index + 1 }));
        const typed = detailsOf(
          entries.map(([id, box, value]): [string, string] => [
            box === null ? fieldName(id) : `${fieldName(id)}.${box}`,
            value,
          ]),
        );
        try {
          const values = readFieldValues(fields, typed, { demand: true });
          for (const { fieldId, value } of values) {
            const own = fields.find((one) => one.id === fieldId)!;
            expect(value.length).toBeGreaterThan(0);
            expect(value.length).toBeLessThanOrEqual(FIELD_LIMITS.text);
            expect(value.isWellFormed()).toBe(true);
            expect(value).not.toMatch(/\p{Cc}/u);
            if (own.kind === "choice" || own.kind === "choices")
              expect(own.options).toContain(value);
            if (own.kind === "boolean") expect(["yes", "no"]).toContain(value);
            if (own.kind === "number") expect(value).toMatch(/^-?\d{1,15}(\.\d{1,6})?$/);
          }
          const once = new Set(values.map((said) => `${said.fieldId} ${said.value}`));
          expect(once.size).toBe(values.length);
          for (const own of fields.filter((one) => one.required))
            expect(values.some((said) => said.fieldId === own.id)).toBe(true);
        } catch (error) {
          if (!(error instanceof InvalidError)) throw error;
          const names = fields.map((one) => fieldName(one.id));
          for (const name of Object.keys(error.fields)) expect(names).toContain(name);
        }
      }),
      { numRuns: 500 },
    );
  });
});
