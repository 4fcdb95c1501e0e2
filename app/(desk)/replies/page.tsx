import type { Metadata } from "next";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { ReplyList } from "@/components/replies/reply-list";
import { ReplyTable } from "@/components/replies/reply-table";
import { Pager } from "@/components/ui/pager";
import { countReplies, listReplies } from "@/db/access/replies/reply-list";
import { replyFilter } from "@/lib/filters/reply-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "replyRequest")("ledgerTitle") };
}

export default async function RepliesPage({ searchParams }: PageProps<"/replies">) {
  const actor = await requireActor();
  const { value: view, problems } = replyFilter.parse(await searchParams);
  const [page, counts] = await Promise.all([listReplies(actor, view), countReplies(actor, view)]);
  return (
    <ReplyList
      {...{ view, problems, counts }}
      isDesk={may(actor, "record a reply request")}
      total={page.total}
      menu={<ListTools actor={actor} list="replies" query={replyFilter.toQuery(view)} />}
    >
      <div>
        <ReplyTable
          items={page.items}
          showState={may(actor, "read drafts")}
          isNarrowed={replyFilter.narrowings(view).length > 0 || view.records === "published"}
          choice={await readColumnChoice("replies")}
          mayAsk={may(actor, "record a reply request")}
        />
        <Pager
          total={page.total}
          shown={page.items.length}
          nextHref={page.next && replyFilter.href("/replies", view, { after: page.next })}
          firstHref={view.after && replyFilter.href("/replies", view)}
        />
      </div>
    </ReplyList>
  );
}
