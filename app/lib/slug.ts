import slugify from "@sindresorhus/slugify";

/** A readable address part of a title, at most 80 characters, never empty; scripts are transliterated. */
export function slugOf(title: string): string {
  const slug = slugify(title.slice(0, 200), { decamelize: false }).slice(0, 80).replace(/-+$/, "");
  return slug === "" ? "thread" : slug;
}
