"use client";

import type { ReactNode } from "react";
import { breakingClass } from "@/lib/text/long-token";

type DrawnColumn = { header: string; numeric?: boolean; heading?: boolean; roomy?: boolean };
type Props = {
  columns: readonly DrawnColumn[];
  rows: readonly { key: string; tick?: ReactNode; cells: readonly ReactNode[] }[];
};

/** The rows of a DataTable. A client component, since it is then sent what is in the cells, and not the cells once more. */
export function TableBody({ columns, rows }: Props) {
  return (
    <tbody>
      {rows.map(({ key, tick, cells }) => (
        <tr key={key}>
          {tick && <td className="tick">{tick}</td>}
          {columns.map((column, place) => (
            <Cell key={column.header} column={column} content={cells[place]} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ column: { header, heading, numeric, roomy }, content }: { column: DrawnColumn; content: ReactNode }) {
  const breaking = breakingClass(content);
  if (heading) {
    return (
      <th scope="row" className={breaking}>
        {content}
      </th>
    );
  }
  return (
    <td
      data-label={header}
      className={[numeric && "number", roomy && "roomy", breaking].filter(Boolean).join(" ") || undefined}
    >
      <div>{content}</div>
    </td>
  );
}
