import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { type FuzzyDate, formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Namespace } from "@/lib/messages";
import { humaniseSubject } from "@/lib/messages/claim-subject-words";
import { countryName, regionName } from "@/lib/records/country";
import type { RevisedKind } from "@/lib/records/editorial";
import { digestOfTarget, optionalTarget, pageOfTarget } from "@/lib/records/quote-target";
import { type ReferenceNames, referencedKind } from "@/lib/records/record-field";
import { nameOfLanguage } from "@/lib/text/language-names";
import type { Locale } from "@/lib/text/locale";
import { ownEntry } from "@/lib/text/own-entry";
import { getTranslations } from "@/lib/text/translations";

/** A year is no quantity: "2018", and from ten thousand on "12,000". */
const LEAST_GROUPED = 10_000;

const isDate = (value: object): value is FuzzyDate => "edtf" in value;

/** A field's label and its values in the reader's words, for every kind of record. */
export function useFieldLabels(kind: RevisedKind, names: ReferenceNames) {
  const record = useTranslations("record");
  const format = useFormat();
  const locale = useLocaleCode();

  const label = (field: string) => {
    const key = `field.${field}` as "field.note";
    return record.has(key) ? record(key) : humaniseSubject(field);
  };

  const formatText = (field: string, value: string): string => {
    const referenced = referencedKind(field);
    if (referenced) return ownEntry(names[referenced] ?? {}, value) ?? value;
    if (field === "country" || field === "countries") return countryName(value, locale);
    if (field === "region") return regionName(value, locale);
    if (field === "language" || field === "quoteLanguage") return nameOfLanguage(locale, value);
    if (/On$/.test(field) && /^\d{4}-\d{2}-\d{2}$/.test(value))
      return formatFuzzyDate({ edtf: value, from: null, to: null }, locale);
    return formatChoice(locale, kind, field, value) ?? value;
  };

  const formatTarget = (value: unknown): string => {
    const { success, data } = optionalTarget.safeParse(value);
    if (!success || !data) return JSON.stringify(value);
    const { start, end } = data.selector.refinedBy[1];
    const digest = digestOfTarget(data).slice(0, 12);
    return record("targetAt", { page: pageOfTarget(data), start, end, digest });
  };

  /** One value, not a list; an empty one is "". */
  const formatValue = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "string") return formatText(field, value);
    if (typeof value === "number")
      return format.number(value, { useGrouping: value >= LEAST_GROUPED, maximumFractionDigits: 6 });
    if (typeof value === "boolean") return formatChoice(locale, kind, field, String(value)) ?? String(value);
    if (field === "target") return formatTarget(value);
    if (typeof value === "object" && "slug" in value) return String(value.slug);
    return typeof value === "object" && isDate(value) ? formatFuzzyDate(value, locale) : JSON.stringify(value);
  };

  return { label, formatValue };
}

/** Where the catalogue keeps the words of a field that holds one of a few. */
const CHOICES: Readonly<Record<string, readonly [Namespace, string]>> = {
  position: ["claim", "positionName"],
  valueBound: ["claim", "bound"],
  scope: ["claim", "scope"],
  assessment: ["claim", "assessment"],
  derivation: ["claim", "derivation"],
  credibility: ["evidence", "credibility"],
  sharing: ["evidence", "sharing"],
  titleSeen: ["evidence", "titleSeen"],
  locationPrecision: ["station", "precision"],
  publicPrecision: ["station", "precision"],
  reliability: ["organization", "reliability"],
  answer: ["response", "answer"],
  channel: ["replyRequest", "channel"],
  status: ["status", "label"],
  stance: ["common", "stance"],
  state: ["common", "state"],
};
const KINDS = ["station", "evidence", "response", "organization", "event"] as const;

function formatChoice(locale: Locale, kind: RevisedKind, field: string, value: string): string | null {
  const own = KINDS.find((name) => name === kind);
  if (kind === "claim" && field === "subject")
    return formatKey(locale, "claim", `subject.${value}`) ?? humaniseSubject(value);
  if (kind === "reply_entry" && field === "kind") return formatKey(locale, "replyRequest", `entry.${value}`);
  const [namespace, group] = (field === "kind" && own ? [own, "kind"] : CHOICES[field]) ?? [];
  return namespace ? formatKey(locale, namespace, `${group}.${value}`) : null;
}

function formatKey(locale: Locale, namespace: Namespace, path: string): string | null {
  const t = getTranslations(locale, namespace as "common");
  return t.has(path as "yes") ? t(path as "yes") : null;
}
