import type { ReactNode } from "react";
import { useWords } from "#words";

type Props = {
  title: string;
  /** What the picture shows, in a sentence. */
  summary?: ReactNode;
  /** The picture; its own text must not be needed to understand the figures. */
  children: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  /** A <Provenance> line. */
  provenance: ReactNode;
  /** 3 where the figure stands in a section with a heading of its own. */
  level?: 2 | 3;
};

/** A picture with its words above, its figures behind and its provenance under it. */
export function Figure({ title, summary, children, table, provenance, level = 2 }: Props) {
  const t = useWords("common");
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="flex flex-col gap-2">
      <figcaption>
        <Heading className="text-lg">{title}</Heading>
        {summary && <p className="measure text-sm text-muted">{summary}</p>}
      </figcaption>
      {children}
      <details>
        <summary className="text-sm text-accent">{t("tableBehind")}</summary>
        <div className="mt-2 overflow-x-auto">{table}</div>
      </details>
      {provenance}
    </figure>
  );
}
