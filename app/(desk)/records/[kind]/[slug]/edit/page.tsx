import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EditRecord } from "@/app/_parts/edit-page";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { recordParams } from "@/app/(desk)/records/record-params";
import { findRecord } from "@/db/access/records/record-snapshot";
import { workPath } from "@/lib/records/record-path";
import { getTranslations } from "@/lib/text/translations";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { reviseCoverageAction, reviseStatusReportAction } from "../../../actions";

type Props = PageProps<"/records/[kind]/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, slug } = await recordParams(params);
  const actor = await requireActorWith(WRITE_PERMISSIONS[kind]);
  return { title: getTranslations(actor.locale, "record")("editTitle", { title: slug }) };
}

export default async function EditRecordPage({ params }: Props) {
  const { kind, slug } = await recordParams(params);
  const own = workPath(kind, slug);
  if (!own.startsWith("/records/")) redirect(`${own}/edit`);
  const actor = await requireActorWith(WRITE_PERMISSIONS[kind]);
  const record = await orNotFound(findRecord(actor, kind, slug));
  const revise = kind === "coverage" ? reviseCoverageAction : reviseStatusReportAction;
  return <EditRecord actor={actor} kind={kind} record={record} revise={revise} cancelHref={own} />;
}
