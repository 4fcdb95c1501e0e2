import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { requireActor } from "@/app/_server/session";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { OrganizationFile } from "@/components/organizations/organization-file";
import { EditLink, StandingPanel } from "@/components/records/standing-panel";
import { findOrganization } from "@/db/access/organization-file";
import { listRecordNames } from "@/db/access/record-names";
import { findStanding } from "@/db/access/standing";
import { may } from "@/lib/policy";

type Props = PageProps<"/organizations/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const names = await listRecordNames(await requireActor(), { organization: [slug] });
  return { title: names[slug] ?? slug };
}

export default async function OrganizationPage({ params }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const [organization, standing] = await found(
    Promise.all([findOrganization(actor, slug), findStanding(actor, "organization", slug)]),
  );
  const edit = `/organizations/${slug}/edit`;
  return (
    <OrganizationFile
      organization={organization}
      showState={may(actor, "read drafts")}
      actions={<EditLink actor={actor} permission="record an organization" standing={standing} href={edit} />}
    >
      <StandingPanel actor={actor} kind="organization" standing={standing} actions={RECORD_ACTIONS} />
    </OrganizationFile>
  );
}
