import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { RecordFormAction } from "@/components/records/record-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { RecordHistory } from "@/db/access/history/record-history";
import type { ReferencingRecord } from "@/db/access/workflow/referencing-records";
import { historyPath } from "@/lib/records/record-path";
import { ERASURE_SCOPES, type ErasureScope } from "@/lib/workflow/erasure";
import { EraseForm } from "./erase-form";

type Props = {
  history: RecordHistory;
  scope: ErasureScope | null;
  referencing: readonly ReferencingRecord[];
  action: RecordFormAction;
};

/** First what is to be erased, then, knowing what that means, why; and the name typed as a confirmation. */
export function EraseSteps({ history: { kind, slug, title }, scope, referencing, action }: Props) {
  const t = useTranslations("history");
  const back = (
    <ButtonLink kind="quiet" href={historyPath(kind, slug)}>
      {t("eraseBack")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading isSentence title={t("eraseTitle", { title })} lead={t("eraseLead")} />
      {scope === null ? (
        <form className="flex flex-col items-start gap-4">
          <ChoiceGroup
            type="radio"
            name="scope"
            label={t("eraseScope")}
            defaultValue="earlier"
            options={ERASURE_SCOPES.map((value) => ({ value, label: t(`eraseScopes.${value}`) }))}
          />
          <div className="flex gap-2">
            <Button type="submit" kind="primary">
              {t("eraseNext")}
            </Button>
            {back}
          </div>
        </form>
      ) : (
        <div className="flex max-w-3xl flex-col gap-4">
          <p className="font-semibold">{t(`eraseScopes.${scope}`)}</p>
          {referencing.length > 0 ? (
            <ReferencingRecords referencing={referencing} back={back} />
          ) : (
            <>
              <Notice kind="caution">
                <p>{t("eraseStays", { slug })}</p>
                <p className="mt-2">{t("eraseCopies")}</p>
              </Notice>
              <Messages of={["history", "form"]}>
                <EraseForm kind={kind} slug={slug} scope={scope} backHref={historyPath(kind, slug)} action={action} />
              </Messages>
            </>
          )}
        </div>
      )}
    </>
  );
}

function ReferencingRecords({ referencing, back }: { referencing: readonly ReferencingRecord[]; back: ReactNode }) {
  const t = useTranslations("history");
  const record = useTranslations("record");
  return (
    <>
      <Notice kind="error" title={t("eraseRests")}>
        <ul className="mt-2 list-disc pl-5">
          {referencing.map(({ kind, slug }) => (
            <li key={`${kind} ${slug}`}>
              {record(`kindName.${kind}`)} <Link href={historyPath(kind, slug)}>{slug}</Link>
            </li>
          ))}
        </ul>
      </Notice>
      <div>{back}</div>
    </>
  );
}
