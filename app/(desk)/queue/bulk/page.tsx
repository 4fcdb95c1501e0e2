import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { ownPath } from "@/app/_server/own-path";
import { requireActorWith } from "@/app/_server/session";
import { BulkPage } from "@/components/bulk/bulk-page";
import { BulkRun } from "@/components/bulk/bulk-run";
import { Messages } from "@/components/messages";
import { listAssignees } from "@/db/access/queue/assignments";
import { previewBulk } from "@/db/access/queue/bulk";
import { queueFilter } from "@/lib/filters/queue-filter";
import { getTranslations } from "@/lib/text/translations";
import { BULK_ACTIONS, readBulkChange, readBulkItems } from "@/lib/workflow/bulk";
import { runBulkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "bulk")("title") };
}

const first = (value: string | string[] | undefined) => [value ?? []].flat()[0];

export default async function QueueBulkPage({ searchParams }: PageProps<"/queue/bulk">) {
  const actor = await requireActorWith("take on work");
  const { do: wanted, value: rawValue, item, list, ...rest } = await searchParams;
  const bulkAction = BULK_ACTIONS.find((one) => one === first(wanted));
  const value = first(rawValue);
  const change = readBulkChange(bulkAction, value);
  const items = [item ?? []].flat();
  const { after: _place, ...filter } = queueFilter.parse(rest).value;
  const [preview, people] = await Promise.all([
    previewBulk(actor, items.length > 0 || list ? { named: readBulkItems(items) } : filter, change),
    listAssignees(actor),
  ]);
  const targets = preview.rows.flatMap(({ item: { kind, slug, version }, why }) =>
    change && !why ? [`${kind}:${slug}:${version}`] : [],
  );
  const from = ownPath(first(list));
  const backHref = from === "/" ? null : from;
  const hiddenFields: [string, string][] = [
    ...(items.length > 0
      ? items.map((one): [string, string] => ["item", one])
      : queueFilter.hidden({ ...queueFilter.absent, ...filter }, [])),
    ...(backHref ? [["list", backHref] as [string, string]] : []),
  ];
  return (
    <BulkPage {...{ bulkAction, value, hiddenFields, people, preview, backHref }} isReady={change !== null}>
      {bulkAction && change && (
        <Messages of={["bulk", "form"]}>
          <BulkRun
            key={`${bulkAction} ${value}`}
            bulkAction={bulkAction}
            value={value ?? ""}
            targets={targets}
            action={runBulkAction}
          />
        </Messages>
      )}
    </BulkPage>
  );
}
