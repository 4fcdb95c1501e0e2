import type { Metadata } from "next";
import { orNotFound } from "@/app/_server/or-not-found";
import { asId } from "@/app/_server/query";
import { requireActorWith } from "@/app/_server/session";
import { ignoreLinesAction } from "@/app/(desk)/watches/actions";
import { ComparisonPage } from "@/components/captures/comparison-page";
import { IgnoreLines } from "@/components/watches/ignore-lines";
import { listCaptures } from "@/db/access/captures/captures";
import { compareCaptures } from "@/db/access/captures/comparison";
import { findRecord } from "@/db/access/records/record-snapshot";
import { findOwnWatch } from "@/db/access/watches/watches";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  const actor = await requireActorWith("read drafts");
  return { title: getTranslations(actor.locale, "watch")("compare") };
}

type Asked = Readonly<Record<"from" | "to", string | undefined>>;

async function readComparison(actor: Actor, slug: string, { from, to }: Asked) {
  const subject = { kind: "evidence", slug } as const;
  const watch = await findOwnWatch(actor, slug);
  const [record, captures, compared] = await Promise.all([
    findRecord(actor, "evidence", slug),
    listCaptures(actor, subject),
    compareCaptures(actor, subject, { from: from && asId(from), to: to && asId(to) }, watch?.ignored),
  ]);
  return { record, watch, captures: captures.filter(({ state }) => state === "complete"), compared };
}

/** `?from=<capture>&to=<capture>`: these two; `?to=`: that one and the one before; neither: the last two. */
export default async function CapturesPage({ params, searchParams }: PageProps<"/evidence/[slug]/captures">) {
  const actor = await requireActorWith("read drafts");
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const asked = { from: [query.from].flat()[0] || undefined, to: [query.to].flat()[0] || undefined };
  const { record, watch, captures, compared } = await orNotFound(readComparison(actor, slug, asked));
  const { title, titleSeen, language } = record.input;
  const watched = watch && compared ? { watch: watch.id, slug, from: compared.from.id, to: compared.to.id } : null;
  return (
    <ComparisonPage
      item={{ slug: record.slug, title, titleSeen, language }}
      captures={captures}
      compared={compared}
      mayRecord={may(actor, "record evidence")}
      ignore={watched && ((rules) => <IgnoreLines rules={rules} watched={watched} action={ignoreLinesAction} />)}
    />
  );
}
