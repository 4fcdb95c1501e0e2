import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { transitionRecordAction } from "@/app/(desk)/records/actions";
import { TrashList } from "@/components/trash/trash-list";
import { Pager } from "@/components/ui/pager";
import { listTrash } from "@/db/access/history/trash";
import { trashFilter } from "@/lib/filters/trash-filter";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "trash")("title") };
}

export default async function TrashPage({ searchParams }: PageProps<"/trash">) {
  const actor = await requireActorWith("move a record to the trash");
  const { value: view } = trashFilter.parse(await searchParams);
  const { items, total, next } = await listTrash(actor, view);
  return (
    <>
      <TrashList items={items} action={transitionRecordAction} />
      <Pager
        total={total}
        shown={items.length}
        nextHref={next && trashFilter.href("/trash", view, { after: next })}
        firstHref={view.after && "/trash"}
      />
    </>
  );
}
