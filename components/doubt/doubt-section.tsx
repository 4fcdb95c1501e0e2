import { useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { Link, PlainLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ItemDoubt } from "@/db/access/evidence/resting-records";
import { RestingList } from "./resting-list";

/** So many stand open on the page. */
const FEW = 10;

/** On the page of an item that was retracted or contradicted: what rests on it, and what is left of that without it. */
export function DoubtSection({ doubt }: { doubt: ItemDoubt }) {
  const t = useTranslations("doubt");
  const { isRetracted, contradictions, records, isMore } = doubt;
  return (
    <section aria-labelledby="resting" className="my-6 print:hidden">
      <Notice kind="caution">
        <h2 id="resting" className="text-lg">
          {isRetracted ? t("retracted") : t("contradicted")}
        </h2>
        {contradictions.length > 0 && <Contradictions doubt={doubt} />}
        <details open={isRetracted && records.length <= FEW} className="mt-2">
          <summary className="cursor-pointer font-semibold">{t("resting", { count: records.length })}</summary>
          {records.length > 0 && <p className="mt-2 text-sm">{isRetracted ? t("mend") : t("check")}</p>}
          <RestingList records={records} />
          {isMore && <p className="mt-2 text-sm">{t("more", { count: records.length })}</p>}
          <Figures figures={doubt.figures} />
        </details>
      </Notice>
    </section>
  );
}

function Contradictions({ doubt: { contradictions } }: { doubt: ItemDoubt }) {
  const t = useTranslations("doubt");
  return (
    <ul className="mt-1">
      {contradictions.map(({ claim, by }) => (
        <li key={`${claim.slug} ${by.slug}`} className="py-1">
          <Link href={`/claims/${claim.slug}`}>
            <DeskText>{claim.proposition}</DeskText>
          </Link>
          <span className="block text-sm">
            {t("contradictedBy")}{" "}
            <Link href={`/evidence/${by.slug}`}>
              <Foreign lang={by.language}>{by.title}</Foreign>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

const FIGURE_PATHS = {
  claimed: "/charts?figure=claimed",
  status: "/figures/status",
  responses: "/responses",
} as const;

function Figures({ figures }: Pick<ItemDoubt, "figures">) {
  const t = useTranslations("doubt");
  const counted = (["claimed", "status", "responses"] as const).filter((name) => figures[name] > 0);
  if (counted.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-base">{t("figures")}</h3>
      <ul>
        {counted.map((name) => (
          <li key={name} className="py-1">
            <PlainLink className="plain-link" href={FIGURE_PATHS[name]}>
              {t(`figure.${name}`, { count: figures[name] })}
            </PlainLink>
          </li>
        ))}
      </ul>
    </>
  );
}
