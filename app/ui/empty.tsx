import type { ReactNode } from "react";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";

type EmptyProps = {
  title: string;
  icon?: IconName;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2 | 3;
};

/** Nothing here: what this is, why it is empty, one way out. */
export function Empty({ title, icon, children, actions, level = 2 }: EmptyProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="pl-empty">
      {icon && (
        <span className="pl-empty__i">
          <Icon name={icon} />
        </span>
      )}
      <Heading className="pl-empty__t">{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="pl-btns">{actions}</div>}
    </div>
  );
}

type ErrorPageProps = { title: string; code?: string; children?: ReactNode; actions?: ReactNode };

/** A whole page that could not be shown: what happened, what is safe, what to do. */
export function ErrorPage({ title, code, children, actions }: ErrorPageProps) {
  return (
    <div className="pl-errpage">
      {code && <p className="pl-errpage__c">{code}</p>}
      <h1 className="pl-h-page">{title}</h1>
      {children && <p className="pl-lead">{children}</p>}
      {actions && <div className="pl-btns">{actions}</div>}
    </div>
  );
}
