import type { ReactNode } from "react";
import { useFormat, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { EvidenceReading, ItemReader } from "@/db/access/evidence/unread";
import { historyPath } from "@/lib/records/record-path";

type Props = { slug: string; version: number; reading: EvidenceReading; children: ReactNode };

/** That an item changed since the reader read it, and to the desk who else of it has read it. */
export function ItemReaders({ slug, version, reading, children }: Props) {
  const t = useTranslations("reading");
  const { unread, readers } = reading;
  const changes =
    reading.version && reading.version < version
      ? `${historyPath("evidence", slug)}?from=${reading.version}&to=${version}`
      : null;
  return (
    <>
      {unread === "changed" && (
        <div className="mt-4">
          <Notice title={t("changedTitle")}>
            {changes && readers && (
              <p>
                <Link href={changes}>{t("seeChanges")}</Link>
              </p>
            )}
          </Notice>
        </div>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 text-sm text-muted print:hidden">
        {readers && <Readers readers={readers} />}
        {children}
      </div>
    </>
  );
}

function Readers({ readers }: { readers: readonly ItemReader[] }) {
  const t = useTranslations("reading");
  const format = useFormat();
  const namesOf = (isPresent: boolean) =>
    readers.filter((one) => one.isPresent === isPresent).map(({ name }) => name);
  const [present, earlier] = [namesOf(true), namesOf(false)];
  if (readers.length === 0) return <p>{t("readByNobody")}</p>;
  return (
    <>
      {present.length > 0 && <p>{t("readBy", { names: format.list(present) })}</p>}
      {earlier.length > 0 && <p>{t("readEarlier", { names: format.list(earlier) })}</p>}
    </>
  );
}
