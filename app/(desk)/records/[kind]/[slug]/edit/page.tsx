import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EditRecord } from "@/app/_server/edit-page";
import { found } from "@/app/_server/found";
import { requirePermission } from "@/app/_server/session";
import { recordParams } from "@/app/(desk)/records/record-params";
import { findRecord } from "@/db/access/record-snapshot";
import { WRITE_PERMISSIONS } from "@/lib/policy";
import { workPath } from "@/lib/record-path";
import { wordsFor } from "@/lib/words";
import { reviseCoverageAction, reviseStatusReportAction } from "../../../actions";

type Props = PageProps<"/records/[kind]/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, slug } = await recordParams(params);
  const actor = await requirePermission(WRITE_PERMISSIONS[kind]);
  return { title: wordsFor(actor.locale, "record")("editTitle", { title: slug }) };
}

export default async function EditRecordPage({ params }: Props) {
  const { kind, slug } = await recordParams(params);
  const own = workPath(kind, slug);
  if (!own.startsWith("/records/")) redirect(`${own}/edit`);
  const actor = await requirePermission(WRITE_PERMISSIONS[kind]);
  const record = await found(findRecord(actor, kind, slug));
  const revise = kind === "coverage" ? reviseCoverageAction : reviseStatusReportAction;
  return <EditRecord actor={actor} kind={kind} record={record} revise={revise} cancelHref={own} />;
}
