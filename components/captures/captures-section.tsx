import type { ReactNode } from "react";
import { useFormatInstant, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import type { Capture, countCaptures } from "@/db/access/captures/captures";
import type { Certificate } from "@/lib/records/capture";
import type { FiledSubject } from "@/lib/records/file";
import type { Outcome } from "@/lib/workflow/outcome";
import { BrowserProvenance, BrowserState } from "./browser-provenance";
import { CaptureFiles } from "./capture-files";
import { CapturePictures } from "./capture-pictures";
import { PreserveForm } from "./preserve-form";
import { RefreshWhileWaiting } from "./refresh-while-waiting";

type Action = (previous: Outcome, form: FormData) => Promise<Outcome>;
type Props = {
  subject: FiledSubject;
  captures: readonly Capture[];
  counts: Awaited<ReturnType<typeof countCaptures>>;
  /** Null where this person, or this installation, asks for no page. */
  preserve: Action | null;
  withdraw: Action;
  /** One's own watch of the page, or the way to begin one. */
  watch: ReactNode;
};

/** The copies that were made of an item's page: when, by whom, from where, and whether it was the page at all. */
export function CapturesSection({ subject, captures, counts, preserve, withdraw, watch }: Props) {
  const t = useTranslations("capture");
  const tWatch = useTranslations("watch");
  const good = captures.filter(({ state, wall }) => state === "complete" && !wall);
  const waiting = captures.filter(({ state, browserState }) => [state, browserState].includes("pending")).length;
  return (
    <section aria-labelledby="captures" className="mt-10 print:hidden">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 id="captures">
          {t("title")} {counts.complete > 0 && <span className="text-muted">{counts.complete}</span>}
        </h2>
        {preserve && (
          <Messages of={["capture"]}>
            <PreserveForm slug={subject.slug} action={preserve} />
          </Messages>
        )}
        {good.length > 1 && (
          <ButtonLink kind="secondary" href={`/evidence/${subject.slug}/captures`}>
            {tWatch("compareCopies")}
          </ButtonLink>
        )}
      </div>
      {watch}
      {captures.length === 0 && <p className="mt-4 text-muted">{t("none")}</p>}
      {counts.walls > 0 && <p className="mt-2 text-muted">{t("walls", counts)}</p>}
      <ul className="mt-4 flex flex-col divide-y divide-rule border-y border-rule empty:hidden">
        {captures.map((capture) => (
          <li key={capture.id} className="flex min-w-0 flex-col gap-2 py-4">
            <CaptureState capture={capture} />
            {capture.differsFrom && (
              <p className="text-sm">
                <Link href={`/evidence/${subject.slug}/captures?to=${capture.id}`}>{tWatch("since")}</Link>
              </p>
            )}
            <BrowserState capture={capture} />
            <CapturePictures capture={capture} />
            {capture.state === "complete" && <Provenance capture={capture} />}
            {capture.files.some(({ part }) => part === "exchange") && <WaczLink capture={capture} />}
            <CaptureFiles subject={subject} files={capture.files} withdraw={withdraw} />
          </li>
        ))}
      </ul>
      {waiting > 0 && <RefreshWhileWaiting />}
    </section>
  );
}

function CaptureState({
  capture: { state, failure, wall, attempts, by, askedAt, finishedAt, differsFrom },
}: {
  capture: Capture;
}) {
  const t = useTranslations("capture");
  const formatInstant = useFormatInstant();
  const asked = { name: by, date: formatInstant(askedAt, "minute") };
  const why = failure && t(`failure.${failure}`);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Badge>{t(`state.${state}`)}</Badge>
        <span className="font-semibold">{formatInstant(finishedAt ?? askedAt, "minute")}</span>
        <span className="text-sm text-muted">{t(differsFrom ? "askedByWatch" : "askedBy", asked)}</span>
      </p>
      {state === "pending" && why && <p className="text-sm">{t("again", { attempts, why })}</p>}
      {state === "failed" && why && <p className="text-sm text-danger">{t("failed", { attempts, why })}</p>}
      {wall && <Notice kind="caution">{t("looksBlocked", { why: t(`failure.${wall}`) })}</Notice>}
    </>
  );
}

/** When, from where, with what. */
function Provenance({ capture }: { capture: Capture }) {
  const { url, landed, status, address, redirects, programs, certificates } = capture;
  const t = useTranslations("capture");
  const said = Object.entries(programs ?? {}).map(([name, version]) => `${name} ${version}`);
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-semibold">{t("made")}</summary>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 [&>dd]:break-all [&>dt]:text-muted">
        <dt>{t("asked")}</dt>
        <dd>{url}</dd>
        {landed !== url && (
          <>
            <dt>{t("landed", { count: redirects ?? 0 })}</dt>
            <dd>{landed}</dd>
          </>
        )}
        <dt>{t("answered")}</dt>
        <dd>{t("answer", { status: String(status), address: address ?? "" })}</dd>
        <dt>{t("programs")}</dt>
        <dd>{said.join(", ")}</dd>
        {certificates && <CertificateChain certificates={certificates} />}
        <BrowserProvenance capture={capture} />
      </dl>
    </details>
  );
}

/** The copy as one file that readers of web archives open. */
function WaczLink({ capture: { id, finishedAt } }: { capture: Capture }) {
  const t = useTranslations("capture");
  const formatInstant = useFormatInstant();
  return (
    <p className="text-sm">
      <a
        href={`/api/v1/captures/${id}/wacz`}
        className="quiet-link"
        download
        aria-label={t("waczOf", { date: formatInstant(finishedAt ?? "", "minute") })}
      >
        {t("wacz")}
      </a>
    </p>
  );
}

/** Who vouched for the server, its own certificate first. */
function CertificateChain({ certificates }: { certificates: readonly Certificate[] }) {
  const t = useTranslations("capture");
  const formatInstant = useFormatInstant();
  return (
    <>
      <dt>{t("chain")}</dt>
      <dd>
        <ol>
          {certificates.map(({ subject, issuer, from, to, fingerprint }) => (
            <li key={fingerprint} className="pb-1">
              <span className="font-semibold">{subject}</span>,{" "}
              {t("certificate", { from: formatInstant(from, "day"), to: formatInstant(to, "day"), issuer })}
              <span className="block font-mono text-xs">{t("fingerprint", { fingerprint })}</span>
            </li>
          ))}
        </ol>
      </dd>
    </>
  );
}
