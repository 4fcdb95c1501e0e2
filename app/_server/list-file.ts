import "server-only";
import { headers } from "next/headers";
import { listClaims } from "@/db/access/claims/claim-ledger";
import { listEvents } from "@/db/access/events/events";
import { listEvidence } from "@/db/access/evidence/evidence";
import { listOrganizations } from "@/db/access/organizations/organizations";
import { listReplies } from "@/db/access/replies/reply-list";
import { listResponses } from "@/db/access/responses/response-list";
import { listStations } from "@/db/access/stations/station-list";
import { claimFilter } from "@/lib/filters/claim-filter";
import { countryFilter } from "@/lib/filters/country-filter";
import { encodeCursor } from "@/lib/filters/cursor";
import { eventFilter } from "@/lib/filters/event-filter";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { defineFilter, type FilterProblem } from "@/lib/filters/filter";
import { choiceField } from "@/lib/filters/filter-field";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { replyFilter } from "@/lib/filters/reply-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { LIST_NAMES, type ListName, listCsvHead, listCsvLines } from "@/lib/records/list-file";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { listCountryItems } from "./country-items";
import { bagEvidence } from "./evidence-bag";
import { BadQuery, NO_STORE } from "./problem";

const formatFilter = defineFilter({ format: choiceField(["json", "csv", "bag"]) });

type Item = Readonly<Record<string, unknown>> & { readonly slug: string };
type Page = { readonly items: readonly Item[]; readonly next: unknown };
type List = (params: URLSearchParams) => {
  readonly problems: readonly FilterProblem[];
  readonly read: (actor: Actor) => Promise<Page>;
};

const listed =
  <V>(
    filter: { parse(params: URLSearchParams): { value: V; problems: FilterProblem[] } },
    list: (actor: Actor, view: V) => Promise<Page>,
  ): List =>
  (params) => {
    const { value, problems } = filter.parse(params);
    return { problems, read: (actor) => list(actor, { ...value, limit: 100 }) };
  };

const LISTS: Record<ListName, List> = {
  stations: listed(stationFilter, listStations),
  evidence: listed(evidenceFilter, listEvidence),
  claims: listed(claimFilter, listClaims),
  responses: listed(responseFilter, listResponses),
  organizations: listed(organizationFilter, listOrganizations),
  events: listed(eventFilter, listEvents),
  replies: listed(replyFilter, listReplies),
  countries: listed(countryFilter, listCountryItems),
};

/**
 * A list as a file to download: of its view, in its order and as far as this reader may see, all of it however long. It is
 * sent page by page as it is read.
 * @throws BadQuery for what the address does not mean; Refusal not_found for no such list
 */
export async function listFile(actor: Actor, url: URL, text: string): Promise<Response> {
  const name = LIST_NAMES.find((known) => known === text);
  if (!name) throw Refusal.notFound();
  const params = new URLSearchParams(url.searchParams);
  const { value, problems } = formatFilter.parse({ format: params.getAll("format") });
  for (const key of ["format", "after", "limit"]) params.delete(key);
  const first = LISTS[name](params);
  if (value.format === "bag" && name !== "evidence")
    problems.push({ key: "format", value: "bag", reason: "unknownValue" });
  if (first.problems.length + problems.length > 0) throw new BadQuery([...first.problems, ...problems]);
  const origin = process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
  const addressOf = (slug: string) => new URL(`/${name}/${slug}`, origin).href;
  const address = new URL(`/${name}${params.size > 0 ? `?${params}` : ""}`, origin).href;
  const ending = value.format === "bag" ? "zip" : value.format;
  const attached = { ...NO_STORE, "Content-Disposition": `attachment; filename="${name}.${ending}"` };
  // What is refused is refused before the first byte.
  const pages = pagesOf(actor, name, params, await first.read(actor));
  if (value.format === "csv") {
    const type = { "Content-Type": "text/csv; charset=utf-8; header=present" };
    return new Response(streamOf(csvParts(name, pages, addressOf)), { headers: { ...attached, ...type } });
  }
  if (value.format === "bag") {
    const type = { "Content-Type": "application/zip" };
    return new Response(bagEvidence(actor, pages, address), { headers: { ...attached, ...type } });
  }
  const type = { "Content-Type": "application/json" };
  return new Response(streamOf(jsonParts(address, pages, addressOf)), { headers: { ...attached, ...type } });
}

async function* pagesOf(actor: Actor, name: ListName, params: URLSearchParams, first: Page) {
  for (let page = first; ; ) {
    yield page.items;
    if (!page.next) return;
    const place = new URLSearchParams(params);
    place.set("after", encodeCursor(page.next));
    page = await LISTS[name](place).read(actor);
  }
}

type Pages = AsyncGenerator<readonly Item[]>;
type AddressOf = (slug: string) => string;

async function* csvParts(name: ListName, pages: Pages, addressOf: AddressOf) {
  yield listCsvHead(name);
  for await (const items of pages) yield listCsvLines(name, items, addressOf);
}

async function* jsonParts(address: string, pages: Pages, addressOf: AddressOf) {
  yield `{"address":${JSON.stringify(address)},"items":[`;
  let before = "";
  for await (const items of pages) {
    const written = items.map((item) => JSON.stringify({ ...item, address: addressOf(item.slug) }));
    if (written.length > 0) yield before + written.join(",");
    before = ",";
  }
  yield "]}";
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void parts.return(undefined),
  });
}
