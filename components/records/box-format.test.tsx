import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClaimList } from "@/components/claims/claim-list";
import { EvidenceList } from "@/components/evidence/evidence-list";
import { ReplyList } from "@/components/replies/reply-list";
import { ResponseList } from "@/components/responses/response-list";
import { MessagesProvider } from "@/components/translations-client";
import { CLAIM_FACETS, claimFilter } from "@/lib/filters/claim-filter";
import { EVIDENCE_FACETS, evidenceFilter } from "@/lib/filters/evidence-filter";
import { REPLY_FACETS, replyFilter } from "@/lib/filters/reply-filter";
import { RESPONSE_FACETS, responseFilter } from "@/lib/filters/response-filter";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";

const query = new URLSearchParams("box=3,50,8,54&records=published");
const none = <F extends string>(facets: readonly F[]) =>
  Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as Record<F, never[]>;

const LISTS = {
  evidence: (
    <EvidenceList
      view={evidenceFilter.parse(query).value}
      problems={[]}
      facets={none(EVIDENCE_FACETS)}
      stationNames={{}}
      total={0}
      menu={null}
    >
      {null}
    </EvidenceList>
  ),
  responses: (
    <ResponseList
      view={responseFilter.parse(query).value}
      problems={[]}
      counts={none(RESPONSE_FACETS)}
      mayRecord={false}
      total={0}
    >
      {null}
    </ResponseList>
  ),
  replies: (
    <ReplyList
      view={replyFilter.parse(query).value}
      problems={[]}
      counts={none(REPLY_FACETS)}
      isDesk={false}
      total={0}
      menu={null}
    >
      {null}
    </ReplyList>
  ),
};

function chipsOf(locale: Locale, list: React.ReactNode) {
  const catalogue = Object.fromEntries(
    (Object.keys(messages) as Namespace[]).map((namespace) => [namespace, messages[namespace][locale]]),
  ) as Partial<Catalogue>;
  const html = renderToStaticMarkup(
    <MessagesProvider locale={locale} catalogue={catalogue}>
      {list}
    </MessagesProvider>,
  );
  const chips = html.matchAll(/<a (?=[^>]*class="chip")[^>]*href="([^"]*)"[^>]*>(.*?) <span/g);
  return [...chips].map(([, href, label]) => [href?.replaceAll("&amp;", "&"), label]);
}

test.each(Object.entries(LISTS))("the list of %s says its part of the map, and what takes it away", (name, list) => {
  const chips = chipsOf("en", list);
  expect(chips).toContainEqual([
    `/${name}?records=published`,
    "About a station in the part of the map: 50 to 54, 3 to 8 (latitude, longitude)",
  ]);
  expect(chips.map(([href]) => href)).toContain(`/${name}?box=3%2C50%2C8%2C54`);
  expect(chipsOf("nl", list).map(([, label]) => label)).toContain(
    "Over een locatie in het deel van de kaart: 50 tot 54, 3 tot 8 (breedte, lengte)",
  );
});

test("the ledger of claims says its days, its part of the map, whose eyes it is seen with, and what takes each away", () => {
  const asked =
    "presence=yes&from=2022-10-01&to=2022-12-31&periodFrom=2016-01-01&periodTo=2018-12-31&records=published&box=3%2C50%2C8%2C54";
  const view = claimFilter.parse(new URLSearchParams(asked)).value;
  const list = (
    <ClaimList view={view} problems={[]} counts={none(CLAIM_FACETS)} mayRecord={false} total={0}>
      {null}
    </ClaimList>
  );
  const without = (part: string) => `/claims?${asked.replace(part, "").replace(/^&|&$/g, "").replace("&&", "&")}`;
  expect(chipsOf("en", list)).toEqual([
    [without("presence=yes"), "Says: that there is a station"],
    [without("from=2022-10-01"), "Said from: 1 October 2022"],
    [without("to=2022-12-31"), "Said until: 31 December 2022"],
    [without("periodFrom=2016-01-01"), "Speaks of a time from: 1 January 2016"],
    [without("periodTo=2018-12-31"), "Speaks of a time until: 31 December 2018"],
    [
      without("box=3%2C50%2C8%2C54"),
      "About a station, or a country that has one, in the part of the map: 50 to 54, 3 to 8 (latitude, longitude)",
    ],
    [without("records=published"), "Items: published only"],
  ]);
  expect(chipsOf("nl", list).map(([, label]) => label)).toContain("Zegt: dat er een locatie is");
});
