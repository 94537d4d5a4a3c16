import { page } from "#app/http/respond.server.ts";

/** What no crawler has use for: forms, one's own pages, other views of what is listed. */
const DISALLOWED = [
  "/sign-in",
  "/sign-up",
  "/sign-out",
  "/forgot",
  "/reset",
  "/verify",
  "/settings",
  "/outbox",
  "/ask",
  "/search",
  "/p/*/edit",
  "/t/*/do/",
];

/** What crawlers may read of this community, and where its sitemap is. */
export const loader = page((ctx) => {
  const lines = [
    "User-agent: *",
    ...DISALLOWED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${ctx.community.baseUrl}/sitemap.xml`,
    "",
  ];
  return Promise.resolve(
    new Response(lines.join("\n"), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Cache-Control": "public, max-age=3600",
      },
    }),
  );
});
