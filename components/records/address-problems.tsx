import { useTranslations } from "#translations";
import { Notice } from "@/components/ui/notice";
import type { FilterProblem } from "@/lib/filters/filter";

/** What of the address could not be taken; the list shows the rest of it. */
export function AddressProblems({ problems }: { problems: readonly FilterProblem[] }) {
  const t = useTranslations("record");
  const filter = useTranslations("filter");
  if (problems.length === 0) return null;
  return (
    <Notice kind="caution" title={t("wrongTitle")}>
      <ul>
        {problems.map(({ key, value, reason }) => (
          <li key={`${key}=${value}`}>{filter(`problem.${reason}`, { key, value })}</li>
        ))}
      </ul>
    </Notice>
  );
}
