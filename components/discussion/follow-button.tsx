"use client";

import { useTranslations } from "#translations";
import type { FollowCause } from "@/lib/records/notice";
import { type DiscussionFormAction, SentForm } from "./sent-form";
import type { DiscussionSubject, Doing } from "./use-discussion";

type Props = {
  subject: DiscussionSubject;
  from: string;
  cause: FollowCause | null;
  action: DiscussionFormAction;
  doing: Doing;
};

/** Whether this person gets notices, why, and the way to change that. */
export function FollowButton({ subject, from, cause, action, doing }: Props) {
  const t = useTranslations("discussion");
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <p>{cause ? t(`why.${cause}`) : t("notFollowing")}</p>
      <SentForm
        action={action}
        hidden={{ ...subject, follows: String(cause === null), from }}
        label={cause ? t("stopFollowing") : t("follow")}
        kind="quiet"
        send={() => doing.follow(cause === null)}
      />
    </div>
  );
}
