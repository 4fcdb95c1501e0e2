"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { buttonClass } from "@/components/ui/button";
import { ADD, type AddedPart, addedField } from "@/lib/records/form-marks";
import type { AlikeRecord } from "@/lib/records/likeness";
import { AlikeList } from "./alike-list";
import { alikeQuery, useFoundAlike } from "./found-alike";
import type { FoundRecord } from "./found-records";
import { NewOrganizationFields, UseInstead } from "./new-organization-fields";

type Props = {
  /** The field that names it. */
  field: string;
  name: string;
  /** What may be it, when the form came back for that. */
  told?: readonly AlikeRecord[];
  /** Without it the form itself is sent, and comes back with the organization named. */
  onAdded?: (record: FoundRecord) => void;
};

class NotAdded extends Error {}

type NewOrganization = { name: string; kind: string; country: string; distinctFrom: readonly string[] };

async function addOrganization(organization: NewOrganization): Promise<FoundRecord> {
  const answer = await fetch("/api/v1/organizations", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(organization),
  });
  const body = (await answer.json()) as { slug?: string; detail?: string; errors?: Record<string, string> };
  if (answer.ok && body.slug) return { slug: body.slug, title: organization.name };
  throw new NotAdded(Object.values(body.errors ?? {}).join(" ") || body.detail);
}

/**
 * Records an organization that a field names and that is not on file, as a draft, without leaving the form. Its island
 * needs the words of `organization`, `record` and `form`.
 */
export function AddOrganization({ field, name, told = [], onAdded }: Props) {
  const t = useTranslations("record");
  const [kind, setKind] = useState("");
  const [country, setCountry] = useState("");
  const [distinctFrom, setDistinctFrom] = useState<readonly string[]>([]);
  const asked = alikeQuery("organization", null, Object.entries({ name, kind, country }));
  const alike = useFoundAlike(asked) ?? told;
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sentAs = (part: AddedPart) => (onAdded ? undefined : addedField(field, part));
  const add = async () => {
    if (isPending) return;
    setPending(true);
    setProblem(null);
    try {
      onAdded?.(await addOrganization({ name, kind, country, distinctFrom }));
    } catch (error) {
      setProblem((error instanceof NotAdded && error.message) || t("addFailed"));
    }
    setPending(false);
  };
  return (
    <fieldset aria-label={t("addTitle", { name })} className="mt-1 border-l-4 border-rule-strong pl-3">
      <p className="measure text-sm text-muted">{t("addHint")}</p>
      <input type="hidden" name={sentAs("name")} value={name} />
      <AlikeList
        records={alike}
        name={sentAs("distinctFrom") ?? null}
        distinctFrom={[]}
        onDistinct={(slug, isDistinct) =>
          setDistinctFrom((before) => [...before.filter((other) => other !== slug), ...(isDistinct ? [slug] : [])])
        }
        use={(record) => <UseInstead field={field} record={record} take={onAdded} />}
      />
      <NewOrganizationFields
        idOf={(part) => `f-${addedField(field, part)}`}
        nameOf={sentAs}
        initial={{ kind: "", country: "" }}
        isKindOpen
        onChange={(part, value) => (part === "kind" ? setKind(value) : setCountry(value))}
      />
      {problem && (
        <p role="alert" className="pb-2 font-semibold text-danger">
          {problem}
        </p>
      )}
      <button
        type={onAdded ? "button" : "submit"}
        name={onAdded ? undefined : ADD}
        value={onAdded ? undefined : field}
        aria-disabled={isPending}
        className={buttonClass("secondary")}
        onClick={onAdded && (() => void add())}
      >
        {isPending ? t("adding") : t("add", { name })}
      </button>
    </fieldset>
  );
}
