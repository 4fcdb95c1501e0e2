import type { ReactNode } from "react";
import { useFormat } from "#words";
import { QuietLink } from "@/components/ui/link";

export type ListedBar = {
  readonly key: string;
  readonly label: ReactNode;
  readonly href: string | null;
  readonly count: number;
};
type Props = { caption: string; heads: readonly [string, string]; bars: readonly ListedBar[] };

/** A table whose numbers have bars: picture and figures in one, drawn on the server. */
export function BarList({ caption, heads, bars }: Props) {
  const format = useFormat();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, href, count }) => (
          <tr key={key}>
            <th scope="row" className="w-2/5 py-1 pr-3 font-normal">
              {label}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="inline-block h-4 bg-data-1 print-exact"
                  style={{ width: `${Math.max(1, (count / most) * 75)}%` }}
                />
                {href ? <QuietLink href={href}>{format.number(count)}</QuietLink> : format.number(count)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
