import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import type { InboxItem } from "@/db/access/discussion/inbox";
import { commentAnchor } from "@/lib/records/comment-threads";
import { countryName } from "@/lib/records/country";
import { subjectPath } from "@/lib/records/subject-path";
import { annotationPath } from "@/lib/timeline/annotation-path";
import { type InboxActions, MarkRead } from "./mark-read";

type Props = { item: InboxItem; from: string; actions: InboxActions };

/** One notice: who did what, with what, when, and why it came. */
export function InboxLine({ item, from, actions }: Props) {
  const t = useTranslations("inbox");
  const record = useTranslations("record");
  const formatInstant = useFormatInstant();
  const locale = useLocaleCode();
  const { subject } = item;
  const step = useStep(item);
  const isNote = subject.kind === "annotation";
  const isPlace = !isNote && subject.record === "coverage";
  const name = isPlace ? countryName(subject.title, locale) : subject.title || (isNote ? "" : subject.slug);
  const path = isNote ? annotationPath(subject) : subjectPath(subject);
  const href = item.commentId ? `${path}#${commentAnchor(item.commentId)}` : path;
  const cause = isNote && item.cause === "decided" ? "decidedAnnotation" : item.cause;
  return (
    <li
      className={`flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-rule py-3 ${item.readAt ? "" : "border-l-4 border-l-accent pl-3"}`}
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-sm">
          {!item.readAt && <span className="sr-only">{t("isUnread")}: </span>}
          <strong>{t(cause, { name: item.by, step, view: item.view?.name ?? "" })}</strong>{" "}
          <time dateTime={item.at} className="text-muted">
            {formatInstant(item.at, "minute")}
          </time>
        </p>
        <p className="break-words">
          <QuietLink href={href}>
            <span lang={subject.language ?? undefined} dir="auto">
              {subject.kind === "proposal" ? t("proposalOn", { title: name }) : name}
            </span>
          </QuietLink>{" "}
          <span className="text-sm text-muted">
            {isNote ? t("annotation") : record(`kindName.${subject.record}`)}
          </span>
        </p>
        {item.commentId && (
          <p dir="auto" className="measure whitespace-pre-line break-words border-l-2 border-rule pl-3 text-sm">
            {item.said ?? t("takenBack")}
          </p>
        )}
        {item.reason && ["moved", "decided"].includes(item.cause) && (
          <p className="measure whitespace-pre-line break-words border-l-2 border-rule pl-3 text-sm">{item.reason}</p>
        )}
        {item.captureId && (
          <p className="text-sm text-muted">
            <QuietLink href={`${path}/captures?to=${item.captureId}`}>{t("seeChange")}</QuietLink> ·{" "}
            {t("why.watching")}
          </p>
        )}
        {item.view && <WhyOfView view={item.view} />}
        {item.cause === "copy_waits" && (
          <p className="text-sm text-muted">
            <QuietLink href="/queue#copies">{t("seeCopies")}</QuietLink> · {t("why.releases")}
          </p>
        )}
        {!isNote && ["commented", "moved", "decided"].includes(item.cause) && (
          <p className="text-sm text-muted">{t(`why.${item.follows ?? "none"}`)}</p>
        )}
      </div>
      {!item.readAt && <MarkRead id={item.id} from={from} action={actions.read} />}
    </li>
  );
}

function WhyOfView({ view: { list, query } }: { view: NonNullable<InboxItem["view"]> }) {
  const t = useTranslations("inbox");
  const href = query ? `/${list}?${query}` : `/${list}`;
  return (
    <p className="text-sm text-muted">
      {t.rich("why.alert", { view: (words) => <QuietLink href={href}>{words}</QuietLink> })}
    </p>
  );
}

/** What was done, as the history of the record or the proposal says it. */
function useStep({ step, subject }: InboxItem): string {
  const record = useTranslations("record");
  const proposal = useTranslations("proposal");
  const t = useTranslations("inbox");
  if (step === null) return "";
  if (subject.kind === "annotation") return t(step === "approve" ? "annotationApproved" : "annotationRemoved");
  const own = `action.${step}`;
  const sentence =
    subject.kind === "proposal" && proposal.has(own as "action.open")
      ? proposal(own as "action.open")
      : record(record.has(own as "action.other") ? (own as "action.other") : "action.other");
  return sentence.toLowerCase();
}
