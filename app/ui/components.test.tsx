import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { avatarHue } from "./avatar-hue.ts";
import { Avatar } from "./avatar.tsx";
import { Composer } from "./composer.tsx";
import { Diff } from "./diff.tsx";
import { PickField, TextField } from "./field.tsx";
import { FormError } from "./form-error.tsx";
import { Dots } from "./layout.tsx";
import { SiteHeader } from "./site-header.tsx";
import { ThreadRow } from "./thread-row.tsx";
import { VoteButton } from "./vote-button.tsx";

const html = renderToStaticMarkup;

describe("fields", () => {
  it("tie a control to its label, error and hint", () => {
    const wrong = html(<TextField id="t" name="t" label="Title" hint="Short" error="Too short" />);
    expect(wrong).toContain('<label class="pl-label" for="t">');
    expect(wrong).toMatch(/<input[^>]+aria-describedby="t-error t-hint"[^>]+aria-invalid="true"/);
    expect(wrong).toContain('id="t-error"');
    expect(wrong).toContain('id="t-hint"');
    const fine = html(<TextField id="t" name="t" label="Title" />);
    expect(fine).not.toMatch(/aria-/);
  });

  it("check the chosen card of a group and keep its texts with the group", () => {
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ];
    const group = html(
      <PickField name="space" legend="Topic" error="Choose one" options={options} value="b" />,
    );
    expect(group).toMatch(/<input[^>]+id="space-1"[^>]+checked=""[^>]+value="b"/);
    expect(group).not.toMatch(/id="space-0"[^>]+checked/);
    expect(group).toContain('aria-describedby="space-error"');
  });

  it("lead from the summary to each field, and show no empty summary", () => {
    const errors = [{ fieldId: "t", message: "Too short" }];
    expect(html(<FormError title="One thing" errors={errors} />)).toContain('<a href="#t">');
    expect(html(<FormError title="One thing" errors={[]} />)).toBe("");
  });

  it("put the warning in the place of the privacy line", () => {
    const base = { id: "r", name: "r", label: "Reply", privacy: "Anyone can read this." };
    expect(html(<Composer {...base} />)).toContain("Anyone can read this.");
    const warned = html(<Composer {...base} warning="A phone number" />);
    expect(warned).toContain('role="alert"');
    expect(warned).not.toContain("Anyone can read this.");
  });
});

describe("what people read", () => {
  it("escapes what members wrote", () => {
    const row = html(
      <ThreadRow
        href="/t/1"
        title={"<img src=x onerror=alert(1)>"}
        state={{ key: "solved", label: "Solved" }}
        meta={["Wi-Fi", false, null]}
        counts={[{ value: "0", label: "replies", zero: true }]}
      />,
    );
    expect(row).not.toContain("<img");
    expect(row).toContain('<span dir="auto">&lt;img');
    expect(row).toContain("icons.svg#i-solved");
  });

  it("leaves empty facts out of a line", () => {
    expect(html(<Dots items={["a", null, undefined, false, "b"]} />)).toBe(
      '<p class="pl-meta pl-dots"><span>a</span><span>b</span></p>',
    );
  });

  it("says in words what an edit added and removed", () => {
    const diff = html(
      <Diff
        words={{ added: "Added:", removed: "Removed:" }}
        segments={[
          { kind: "same", text: "Use " },
          { kind: "removed", text: "6" },
          { kind: "added", text: "11" },
        ]}
      />,
    );
    expect(diff).toMatch(/<del><span class="pl-hide"> Removed: <\/span>6<\/del>/);
    expect(diff).toMatch(/<ins><span class="pl-hide"> Added: <\/span>11<\/ins>/);
  });

  it("keeps the count in a vote's name and shows that it is pressed", () => {
    const vote = html(<VoteButton label="Helpful" count="12" countLabel="Votes:" pressed />);
    expect(vote).toContain('type="submit"');
    expect(vote).toContain('aria-pressed="true"');
    expect(vote).toMatch(/Votes: <\/span>12/);
  });
});

describe("people", () => {
  it("get initials of their first and last word, one letter in joined scripts", () => {
    const letters = (name: string) => html(<Avatar name={name} hue={1} />).match(/>([^<]*)</)![1];
    expect(letters("Marta Kowalczyk")).toBe("MK");
    expect(letters("wei lin chua")).toBe("WC");
    expect(letters("محمد علي")).toBe("م");
    expect(letters("𝒳 🙂")).toBe("𝒳");
    expect(letters("🙂")).toBe("?");
  });

  it("get one of 12 hues, spread evenly over ids that look alike", () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 12_000; i += 1) {
      const hue = avatarHue(`019ab3c0-7d10-7000-8000-${String(i).padStart(12, "0")}`);
      counts.set(hue, (counts.get(hue) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
    for (const count of counts.values()) expect(count).toBeGreaterThan(700);
  });
});

describe("the header and the drawings", () => {
  it("opens its menu without a script", () => {
    const header = html(
      <SiteHeader
        brand={{ name: "Larkfield", href: "/" }}
        nav={[{ href: "/", label: "Questions", current: true }]}
        navLabel="Community"
        menuLabel="Menu"
      />,
    );
    expect(header).toContain('popovertarget="nav-menu"');
    expect(header).toContain('id="nav-menu" class="pl-menu pl-navmenu" popover="auto"');
    expect(header).toContain('aria-current="page"');
  });

  it("has every drawing that a part may name", () => {
    const sprite = readFileSync(new URL("../../public/icons.svg", import.meta.url), "utf8");
    const names = readFileSync(new URL("icon-name.ts", import.meta.url), "utf8");
    const listed = [...names.matchAll(/\| "([\w-]+)"/g)].map((match) => match[1]!);
    const drawn = [...sprite.matchAll(/<symbol id="i-([\w-]+)"/g)].map((match) => match[1]!);
    expect(listed.length).toBeGreaterThan(50);
    expect(drawn.sort()).toEqual(listed.sort());
  });
});
