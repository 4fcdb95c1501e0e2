import "server-only";
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { nameDetail } from "@/components/files/custody-detail";
import type { CustodyReport } from "@/db/access/files/custody-report";
import { type Clock, formatInstant } from "@/lib/dates/format-date";
import { viewingOf } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";
import { getTranslations } from "@/lib/text/translations";
import { registerFonts } from "./fonts";
import { styles } from "./styles";

type ReportFile = CustodyReport["files"][number];
type Event = ReportFile["events"][number];

/** What happened to files since they came, as a PDF for whoever has to show it to somebody outside. */
export async function custodyPdf(report: CustodyReport, now: Date, clock: Clock): Promise<Buffer> {
  await registerFonts();
  const t = getTranslations(clock.locale, "file");
  const [only] = report.files;
  const title = only && report.files.length === 1 ? t("report.titleOf", { name: only.name }) : t("report.title");
  const made = t("report.made", { name: report.by, date: formatInstant(now, clock, "moment") });
  return renderToBuffer(
    <Document
      title={title}
      author="Wederhoor"
      creator="Wederhoor"
      language={clock.locale === "nl" ? "nl-NL" : "en-GB"}
      creationDate={now}
    >
      <Page size="A4" style={[styles.page, { paddingBottom: 48 }]}>
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.muted}>{made}</Text>
        {report.files.length === 0 && <Text style={{ marginTop: 12 }}>{t("report.none")}</Text>}
        {report.files.map((file) => (
          <FileCustody key={`${file.digest} ${file.at}`} file={file} report={report} clock={clock} />
        ))}
        <Seal checkpoint={report.checkpoint} clock={clock} />
        <Text
          fixed
          style={[styles.note, { position: "absolute", top: 812, left: 42, width: 511 }]}
          render={({ pageNumber, totalPages }) =>
            `${made} · ${t("report.page", { page: pageNumber, pages: totalPages })}`
          }
        />
      </Page>
    </Document>,
  );
}

type FileProps = { file: ReportFile; report: CustodyReport; clock: Clock };

function FileCustody({ file, report, clock }: FileProps) {
  const t = getTranslations(clock.locale, "file");
  const last = file.events.findLast(({ kind }) => kind === "fixity check");
  const rows: [string, string][] = [
    [
      t("report.kind"),
      `${t(`kind.${viewingOf(file.type)}`)} (${file.type}), ${formatFileSize(file.size, clock.locale)}`,
    ],
    [t("digest"), file.digest],
    [t("report.received"), t("report.byOn", { name: file.by, date: formatInstant(file.at, clock, "moment") })],
    [t("report.record"), file.record ? `${file.record.title} (${file.record.slug})` : ""],
    [t("report.lastCheck"), last ? describeCheck(last, clock) : t("report.neverChecked")],
    [t("report.chain"), describeCover(file, report, clock)],
  ];
  return (
    <View style={{ marginTop: 14 }}>
      <Text style={styles.heading} minPresenceAhead={120}>
        {file.name}
      </Text>
      {rows.map(([term, value]) => (
        <View key={term} style={{ flexDirection: "row", gap: 8, paddingVertical: 1 }} wrap={false}>
          <Text style={[styles.muted, { width: 110 }]}>{term}</Text>
          <Text style={{ flex: 1 }}>{value}</Text>
        </View>
      ))}
      <View style={{ marginTop: 6 }}>
        <View style={[styles.row, styles.bold]} minPresenceAhead={30}>
          <Cells cells={[t("when"), t("what"), t("who"), t("detail"), t("report.revision")]} />
        </View>
        {file.events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events of one moment may say the same.
          <View key={index} style={styles.row} wrap={false}>
            <Cells cells={eventCells(event, clock)} />
          </View>
        ))}
      </View>
    </View>
  );
}

const WIDTHS = [92, 98, 78, 195, 44];

const Cells = ({ cells }: { cells: readonly string[] }) => (
  <>
    {WIDTHS.map((width, index) => (
      <Text key={width} style={{ width, paddingRight: 6 }}>
        {cells[index] ?? ""}
      </Text>
    ))}
  </>
);

function eventCells(event: Event, clock: Clock): string[] {
  const t = getTranslations(clock.locale, "file");
  const failed = event.passed ? "" : `. ${t("checkFailed")}`;
  return [
    formatInstant(event.at, clock, "moment"),
    `${t(`event.${event.kind}`)}${failed} (${event.kind})`,
    event.by ?? t("byProgram"),
    Object.entries(event.detail)
      .map(([key, value]) => `${nameDetail(key, clock.locale)}: ${breakable(String(value))}`)
      .join("; "),
    event.seq === null ? "" : String(event.seq),
  ];
}

/** A digest is wider than its column, and breaks nowhere by itself. */
const breakable = (text: string) => text.replace(/\S{24}(?=\S)/g, "$& ");

function describeCheck({ passed, by, at }: Event, clock: Clock): string {
  const t = getTranslations(clock.locale, "file");
  const checked = t("checkedBy", { name: by ?? t("byProgram"), date: formatInstant(at, clock, "moment") });
  return `${t(passed ? "finding.intact" : "checkFailed")} ${checked}`;
}

/** Up to which revision the chain keeps it, and whether the newest checkpoint speaks of that. */
function describeCover({ events }: ReportFile, { checkpoint }: CustodyReport, { locale }: Clock): string {
  const t = getTranslations(locale, "file");
  const seqs = events.flatMap(({ seq }) => (seq === null ? [] : [seq]));
  if (seqs.length === 0) return t("report.notKept");
  const [first, last] = [Math.min(...seqs), Math.max(...seqs)];
  const kept = t("report.kept", { first, last });
  return `${kept} ${t(checkpoint && checkpoint.size >= last ? "report.sealed" : "report.notSealed")}`;
}

function Seal({ checkpoint, clock }: { checkpoint: CustodyReport["checkpoint"]; clock: Clock }) {
  const t = getTranslations(clock.locale, "file");
  return (
    <View style={{ marginTop: 16 }} wrap={false}>
      <Text style={styles.heading}>{t("report.checkpoint")}</Text>
      <Text>
        {checkpoint
          ? t("report.checkpointIs", {
              origin: checkpoint.origin,
              size: checkpoint.size,
              date: formatInstant(checkpoint.at, clock, "moment"),
            })
          : t("report.noCheckpoint")}
      </Text>
      {checkpoint && <Text style={styles.muted}>{t("report.root", { root: checkpoint.root })}</Text>}
      <Text style={[styles.muted, { marginTop: 4 }]}>{t("report.howToRead")}</Text>
    </View>
  );
}
