"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { type AlikeKind, type AlikeRecord, LIKENESS_FIELDS, type Likeness } from "@/lib/records/likeness";
import { workPath } from "@/lib/records/record-path";
import { AlikeList } from "./alike-list";
import { alikeQuery, useFoundAlike } from "./found-alike";

type Props = {
  kind: AlikeKind;
  /** Shown here are the records whose surest likeness is one of these. */
  because: readonly Likeness[];
  /** Of the record that is revised. */
  slug: string | null;
  /** What the form came back for. */
  told: readonly AlikeRecord[];
  distinctFrom: readonly string[];
};

/** Beside a field of a record's form: what is on file and may be what is typed. Its island needs the words of `record`. */
export function AlikeChoice({ kind, because, slug, told, distinctFrom }: Props) {
  const t = useTranslations("record");
  const mark = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const read = () => setQuery(formQuery(form, kind, slug));
    read();
    for (const event of ["input", "change"]) form.addEventListener(event, read);
    return () => {
      for (const event of ["input", "change"]) form.removeEventListener(event, read);
    };
  }, [kind, slug]);
  const shown = (useFoundAlike(query) ?? told).filter(
    ({ likenesses: [surest] }) => surest && because.includes(surest),
  );
  return (
    // Out of the flow while it is empty, so that the form has no gap there.
    <div ref={mark} className={shown.length > 0 ? undefined : "absolute"}>
      <AlikeList
        id={shown[0] && shown[0].slug === told[0]?.slug ? "f-distinctFrom" : undefined}
        records={shown}
        name="distinctFrom"
        distinctFrom={distinctFrom}
        use={(record) => (
          <Link href={workPath(kind, record.slug)}>
            {t("alike.use")}
            <span className="sr-only"> ({record.title})</span>
          </Link>
        )}
      />
    </div>
  );
}

function formQuery(form: HTMLFormElement, kind: AlikeKind, slug: string | null): string {
  const data = new FormData(form);
  const values = LIKENESS_FIELDS[kind].map((field) => {
    const typed = data.getAll(field).filter((value) => typeof value === "string");
    return [field, typed.join("\n")] as const;
  });
  return alikeQuery(kind, slug, values);
}
