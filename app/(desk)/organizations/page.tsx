import type { Metadata } from "next";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { OrganizationList } from "@/components/organizations/organization-list";
import { OrganizationTable } from "@/components/organizations/organization-table";
import { Pager } from "@/components/ui/pager";
import { countOrganizations, listOrganizations } from "@/db/access/organizations/organizations";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "organization")("title") };
}

export default async function OrganizationsPage({ searchParams }: PageProps<"/organizations">) {
  const actor = await requireActor();
  const { value: view, problems } = organizationFilter.parse(await searchParams);
  const [page, counts] = await Promise.all([listOrganizations(actor, view), countOrganizations(actor, view)]);
  const mayRecord = may(actor, "record an organization");
  const isSelectable = may(actor, "take on work");
  return (
    <OrganizationList
      view={view}
      problems={problems}
      counts={counts}
      mayRecord={mayRecord}
      total={page.total}
      menu={<ListTools actor={actor} list="organizations" query={organizationFilter.toQuery(view)} />}
    >
      <div>
        <OrganizationTable
          organizations={page.items}
          showState={may(actor, "read drafts")}
          choice={await readColumnChoice("organizations")}
          isSelectable={isSelectable}
        />
        <Pager
          total={page.total}
          shown={page.items.length}
          nextHref={page.next && organizationFilter.href("/organizations", view, { after: page.next })}
          firstHref={view.after && organizationFilter.href("/organizations", view)}
        />
        {isSelectable && <BatchBar list={organizationFilter.href("/organizations", view, { after: view.after })} />}
      </div>
    </OrganizationList>
  );
}
