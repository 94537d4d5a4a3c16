import type { ReactNode } from "react";
import { Dots } from "./layout.tsx";

type Props = {
  avatar: ReactNode;
  name: string;
  roles?: ReactNode;
  meta?: ReactNode[];
  bio?: string;
  actions?: ReactNode;
};

/** The head of a member's page. */
export function ProfileHead({ avatar, name, roles, meta = [], bio, actions }: Props) {
  return (
    <header className="pl-prof">
      {avatar}
      <div className="pl-prof__id">
        <h1 className="pl-h-page" dir="auto">
          {name}
        </h1>
        {(roles || meta.length > 0) && (
          <div className="pl-prof__r">
            {roles}
            {meta.length > 0 && <Dots items={meta} />}
          </div>
        )}
        {bio && (
          <p className="pl-prof__bio" dir="auto">
            {bio}
          </p>
        )}
      </div>
      {actions && <div className="pl-btns pl-prof__a">{actions}</div>}
    </header>
  );
}
