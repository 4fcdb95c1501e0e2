import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import type { Capture } from "@/db/access/captures/captures";
import { formatFileSize } from "@/lib/text/file-size";

type Props = {
  capture: Pick<Capture, "browser" | "browserAt" | "browserState" | "browserAttempts" | "browserFailure">;
};

/** What becomes of opening a copy in a browser while there is nothing to see of it. */
export function BrowserState({ capture: { browserState, browserAttempts: attempts, browserFailure } }: Props) {
  const t = useTranslations("capture");
  const why = browserFailure && t(`failure.${browserFailure}`);
  if (browserState === "failed" && why) return <p className="text-sm">{t("notOpened", { attempts, why })}</p>;
  if (browserState !== "pending") return null;
  return <p className="text-sm text-muted">{why ? t("openingAgain", { attempts, why }) : t("opening")}</p>;
}

/** When, from where, with what a browser opened it, and what it asked for: terms of the list of how the copy was made. */
export function BrowserProvenance({ capture: { browser, browserAt } }: Props) {
  const t = useTranslations("capture");
  const formatInstant = useFormatInstant();
  const locale = useLocaleCode();
  if (!browser) return null;
  const { programs, landed, status, addresses, consent, connections, bytes, refused, heldBack, isCut } = browser;
  const by = Object.entries(programs).map(([name, version]) => `${name} ${version}`);
  const hosts = refused.map(({ host, why }) => t("refusedHost", { host, why: t(`failure.${why}`) }));
  const said = [
    t("openedAt", { date: formatInstant(browserAt ?? "", "minute"), programs: by.join(", ") }),
    t("openedAnswer", { landed, status: String(status ?? "?"), addresses: addresses.join(", ") }),
    ...(consent
      ? [t(consent.choice === "refused" ? "consentRefused" : "consentGiven", { label: consent.label })]
      : []),
    t("traffic", { connections, size: formatFileSize(bytes, locale) }),
    ...(hosts.length > 0 ? [t("refusedHosts", { hosts: hosts.join(", ") })] : []),
    ...(heldBack ? [t("heldBack", { count: heldBack })] : []),
    ...(isCut ? [t("openedCut")] : []),
  ];
  return (
    <>
      <dt>{t("opened")}</dt>
      <dd>
        {said.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </dd>
    </>
  );
}
