import { orNotFound } from "@/app/_server/or-not-found";
import { AsOfBanner } from "@/components/history/as-of-banner";
import { AsOfPage } from "@/components/history/as-of-page";
import { findAsOf } from "@/db/access/history/as-of";
import type { AsOf, AsOfProblem } from "@/lib/filters/as-of";
import type { RecordKind } from "@/lib/records/editorial";
import { recordPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";

type Props = { actor: Actor; kind: RecordKind; slug: string; asOf: AsOf | AsOfProblem };

/** In place of a record's page when its address looks back: `?at=2022-11-03`. */
export async function AsOfRecord({ actor, kind, slug, asOf }: Props) {
  const path = recordPath({ kind, slug }) ?? "/";
  if (typeof asOf === "string") return <AsOfBanner asOf={asOf} path={path} />;
  const record = await orNotFound(findAsOf(actor, kind, slug, asOf));
  return <AsOfPage actor={actor} kind={kind} path={path} asOf={asOf} record={record} />;
}
