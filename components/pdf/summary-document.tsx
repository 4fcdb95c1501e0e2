import "server-only";
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { SummaryData } from "@/db/access/figures/summary-page";
import {
  describeComparison,
  describeFooter,
  describeKeyFigureContext,
  formatKeyFigure,
  formatPeriod,
} from "@/lib/charts/format-summary";
import { describeDashboardFilter } from "@/lib/filters/describe-filter";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { PdfChanges } from "./changes";
import { PdfClaimed } from "./claimed";
import { PdfFigures } from "./figures";
import { registerFonts } from "./fonts";
import { styles } from "./styles";
import { Work } from "./work";

/** The summary as a PDF of two A4 pages, with its fonts in it, its language, and the revision that it was counted at. */
export async function summaryPdf(data: SummaryData, locale: Locale): Promise<Buffer> {
  await registerFonts();
  const t = getTranslations(locale, "summary");
  const filter = describeDashboardFilter(data.view, data.seesDrafts, locale);
  const foot = describeFooter(data.head, data.now, { locale, timeZone: data.timeZone });
  return renderToBuffer(
    <Document
      title={`Wederhoor: ${t("title")}`}
      subject={`${t("subject")}. ${filter}`}
      author="Wederhoor"
      creator="Wederhoor"
      keywords={foot}
      language={locale === "nl" ? "nl-NL" : "en-GB"}
      creationDate={data.now}
    >
      <Page size="A4" style={styles.page}>
        <View style={styles.sheet} wrap={false}>
          <View>
            <Text style={styles.title}>{t("title")}</Text>
            <Text style={styles.muted}>{filter}</Text>
          </View>
          <KeyFigures data={data} locale={locale} />
          <PdfClaimed data={data} locale={locale} />
          <PdfChanges data={data} locale={locale} />
        </View>
        <Foot page={1} left={`${foot} · ${t("sources")}`} locale={locale} />
      </Page>
      <Page size="A4" style={styles.page}>
        <View style={styles.sheet} wrap={false}>
          <PdfFigures data={data} locale={locale} />
          <Work data={data} locale={locale} />
        </View>
        <Foot page={2} left={`${foot} · ${t("sources")}`} locale={locale} />
      </Page>
    </Document>,
  );
}

function KeyFigures({ data: { figures, numbers, previous }, locale }: { data: SummaryData; locale: Locale }) {
  const t = getTranslations(locale, "summary");
  return (
    <View>
      <Text style={styles.heading}>{t("keyTitle")}</Text>
      <View style={styles.grid}>
        {figures.map((figure) => (
          <View key={figure.name} style={styles.figure}>
            <Text style={styles.bold}>{t(`figure.${figure.name}`)}</Text>
            <Text style={figure.value === null ? styles.muted : styles.value}>{formatKeyFigure(figure, locale)}</Text>
            <Text>
              {[describeKeyFigureContext(figure, numbers, locale), describeComparison(figure, previous, locale)]
                .filter(Boolean)
                .join("; ")}
            </Text>
            <Text style={styles.note}>{t(`defined.${figure.name}`)}</Text>
          </View>
        ))}
      </View>
      <Text style={[styles.muted, { marginTop: 4 }]}>
        {previous ? t("compared", { period: formatPeriod(previous, locale) }) : t("noComparison")}
      </Text>
    </View>
  );
}

/** In the flow of the page, of which there are two and no more. */
function Foot({ left, page, locale }: { left: string; page: 1 | 2; locale: Locale }) {
  const t = getTranslations(locale, "summary");
  return (
    <View style={styles.foot}>
      <Text style={{ width: 440 }}>{left}</Text>
      <Text>{t("page", { page, pages: 2 })}</Text>
    </View>
  );
}
