import { Text, View } from "@react-pdf/renderer";
import type { SummaryData } from "@/db/access/figures/summary-page";
import { formatInstant } from "@/lib/dates/format-date";
import { countryName } from "@/lib/records/country";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { styles } from "./styles";

const MOST = 5;
const ACTIONS = ["record", "revise", "submit", "approve", "publish"] as const;

/** The latest of what changed since the reader's last visit. */
export function PdfChanges({ data: { visit, since, timeZone }, locale }: { data: SummaryData; locale: Locale }) {
  const t = getTranslations(locale, "summary");
  const record = getTranslations(locale, "record");
  const date = (iso: string) => formatInstant(iso, { locale, timeZone }, "minute");
  if (!visit || !since) return null;
  return (
    <View>
      <Text style={styles.heading}>{t("sinceTitle")}</Text>
      <Text>{t(since.isMore ? "sinceMany" : "sinceLead", { count: since.count, at: date(visit.at) })}</Text>
      {since.changes.slice(0, MOST).map((change) => {
        const action = ACTIONS.find((known) => known === change.action) ?? "other";
        const { kind, title, slug } = change.record;
        const named = kind === "coverage" ? countryName(title, locale) : title || slug;
        return (
          <Text key={change.seq} style={{ maxLines: 1, textOverflow: "ellipsis" }}>
            {`${date(change.at)} · ${record(`kindName.${kind}`)}, ${record(`action.${action}`)}: ${named}`}
            {change.more > 0 && ` ${t("andMore", { count: change.more })}`}
          </Text>
        );
      })}
    </View>
  );
}
