import type { ReactNode } from "react";

type Props = {
  title: string;
  lead?: ReactNode;
  search?: ReactNode;
  often?: { label: string; links: { href: string; label: string }[] };
  stats?: { value: string; label: string }[];
};

/** The top of the home page: a promise, the search box, three numbers that back it. */
export function Hero({ title, lead, search, often, stats }: Props) {
  return (
    <section className="pl-hero">
      <div className="pl-wrap pl-split">
        <div>
          <h1 className="pl-hero__t">{title}</h1>
          {lead && <p className="pl-lead pl-hero__s">{lead}</p>}
          {search}
          {often && often.links.length > 0 && (
            <p className="pl-hero__p">
              <span>{often.label}</span>
              {often.links.map(({ href, label }) => (
                <a key={href} href={href} dir="auto">
                  {label}
                </a>
              ))}
            </p>
          )}
        </div>
        {stats && stats.length > 0 && (
          <dl className="pl-pulse">
            {stats.map(({ value, label }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </section>
  );
}
