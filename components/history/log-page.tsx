import type { ReactNode } from "react";
import { useFormat, useTranslations } from "#translations";
import { PageHeading } from "@/components/ui/page-heading";
import type { LogStatus } from "@/db/access/history/signed-log";
import { useMoment } from "./revision-summary";

/** How far the history is signed, by which keys, and what its last check found. */
export function LogPage({ newest, written, keys, check }: LogStatus) {
  const t = useTranslations("history");
  const moment = useMoment();
  const format = useFormat();
  return (
    <>
      <PageHeading title={t("logTitle")} lead={t("logLead")} />
      <div className="flex flex-col gap-10">
        <section aria-labelledby="newest" className="flex flex-col items-start gap-2">
          <h2 id="newest">{t("logNewest")}</h2>
          {newest ? (
            <>
              <dl className="grid w-full grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
                <Row name={t("logSigned")}>{moment(newest.at)}</Row>
                <Row name={t("logSize")}>
                  {t("logOf", { size: format.number(newest.size), written: format.number(written) })}
                </Row>
                <Row name={t("logKey")}>
                  <Code>{newest.origin}</Code>
                </Row>
                <Row name={t("logRoot")}>
                  <Code>{newest.root}</Code>
                </Row>
              </dl>
              <a href="/api/v1/history/checkpoint" download={`checkpoint-${newest.size}.txt`}>
                {t("logNewestDownload")}
              </a>
              <a href="/api/v1/history/checkpoints" download="checkpoints.txt">
                {t("logAllDownload")}
              </a>
            </>
          ) : (
            <p className="text-muted">{t("logNone")}</p>
          )}
        </section>
        {keys.length > 0 && (
          <section aria-labelledby="keys" className="flex flex-col gap-2">
            <h2 id="keys">{t("logKeys")}</h2>
            <p className="measure">{t("logKeysLead")}</p>
            <ol className="flex flex-col gap-1">
              {keys.map((key) => (
                <li key={key}>
                  <Code>{key}</Code>
                </li>
              ))}
            </ol>
          </section>
        )}
        <section aria-labelledby="checked" className="flex flex-col gap-2">
          <h2 id="checked">{t("logCheck")}</h2>
          <p className={check && !check.isWhole ? "font-semibold text-danger" : ""}>
            {check
              ? t(check.isWhole ? "logCheckWhole" : "logCheckBroken", {
                  at: moment(check.at),
                  seq: format.number(check.headSeq),
                })
              : t("checksNone")}
          </p>
        </section>
      </div>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

const Code = ({ children }: { children: string }) => (
  <span className="break-all font-mono text-sm select-all">{children}</span>
);
