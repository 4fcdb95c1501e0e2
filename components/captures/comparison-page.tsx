import type { ReactNode } from "react";
import { useFormatInstant, useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import { EmptyState, Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TimesIn } from "@/components/ui/times-in";
import type { Capture } from "@/db/access/captures/captures";
import type { ComparedCaptures } from "@/db/access/captures/comparison";
import { ChooseCaptures } from "./choose-captures";
import { ComparedPictures } from "./compared-pictures";
import { PageDifference } from "./page-difference";

type Props = {
  item: {
    readonly slug: string;
    readonly title: string;
    readonly titleSeen: boolean;
    readonly language: string | null;
  };
  captures: readonly Capture[];
  compared: ComparedCaptures | null;
  mayRecord: boolean;
  /** The button that ignores lines like one that changed; null for whoever does not watch the page. */
  ignore: ((rules: readonly string[]) => ReactNode) | null;
};

/** Two copies of a page against each other, and the way to choose two others. */
export function ComparisonPage({ item, captures, compared, mayRecord, ignore }: Props) {
  const t = useTranslations("watch");
  const tEvidence = useTranslations("evidence");
  const formatInstant = useFormatInstant();
  const on = (capture: { finishedAt: string | null }) => formatInstant(capture.finishedAt ?? "", "minute");
  const places = [
    { href: "/evidence", label: tEvidence("title") },
    {
      href: `/evidence/${item.slug}`,
      label: <Foreign lang={item.titleSeen ? item.language : null}>{item.title}</Foreign>,
    },
  ];
  return (
    <>
      <PageHeading
        above={<Breadcrumb places={places} />}
        title={t("compare")}
        lead={compared && t("compareLead", { from: on(compared.from), to: on(compared.to) })}
        actions={
          compared &&
          mayRecord && (
            <ButtonLink
              kind="secondary"
              href={`/evidence/new?from=${compared.from.id}&to=${compared.to.id}&of=${item.slug}`}
            >
              {t("record")}
            </ButtonLink>
          )
        }
      />
      {captures.length > 0 && <TimesIn />}
      {captures.length > 1 && <ChooseCaptures captures={captures} compared={compared} />}
      {compared ? (
        <Compared compared={compared} ignore={ignore} />
      ) : (
        <EmptyState
          title={t("none")}
          action={<ButtonLink href={`/evidence/${item.slug}#captures`}>{t("toItem")}</ButtonLink>}
        />
      )}
    </>
  );
}

function Compared({
  compared: { from, to, comparison },
  ignore,
}: Pick<Props, "ignore"> & { compared: ComparedCaptures }) {
  const t = useTranslations("watch");
  const tCapture = useTranslations("capture");
  const wall = from.wall ?? to.wall;
  return (
    <div className="mt-6 grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,4fr)_minmax(0,5fr)]">
      <section aria-labelledby="words" className="flex min-w-0 flex-col gap-4">
        <h2 id="words">{t("words")}</h2>
        {wall && <Notice kind="caution">{t("wall", { why: tCapture(`failure.${wall}`) })}</Notice>}
        {from.url !== to.url && <Notice kind="caution">{t("otherAddress", { from: from.url, to: to.url })}</Notice>}
        {comparison === null && <Notice kind="caution">{t("gone")}</Notice>}
        {comparison?.kind === "file" && <Notice>{t(comparison.differs ? "fileDiffers" : "fileSame")}</Notice>}
        {comparison?.kind === "page" && <PageDifference {...comparison} ignore={ignore} />}
      </section>
      <ComparedPictures from={from} to={to} />
    </div>
  );
}
