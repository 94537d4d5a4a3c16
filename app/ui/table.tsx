import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

type Column = { label: string; numeric?: boolean; wideOnly?: boolean };

type Props = {
  caption: string;
  hideCaption?: boolean;
  columns: Column[];
  rows: { key: string; cells: ReactNode[] }[];
};

/** A table that scrolls on its own when the page is narrow. */
export function Table({ caption, hideCaption, columns, rows }: Props) {
  const cellClass = (column?: Column) =>
    joinClasses(column?.numeric && "is-num", column?.wideOnly && "pl-only-wide") || undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="pl-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="pl-table">
        <caption className={hideCaption ? "pl-hide" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={index} className={cellClass(columns[index])}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
