import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActiveEvidenceFilters } from "@/components/evidence/active-evidence-filters";
import { ReplyList } from "@/components/replies/reply-list";
import { ResponseList } from "@/components/responses/response-list";
import { MessagesProvider } from "@/components/translations-client";
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
    <ActiveEvidenceFilters
      view={evidenceFilter.parse(query).value}
      facets={none(EVIDENCE_FACETS)}
      stationName={null}
    />
  ),
  responses: (
    <ResponseList
      view={responseFilter.parse(query).value}
      problems={[]}
      counts={none(RESPONSE_FACETS)}
      mayRecord={false}
    >
      {null}
    </ResponseList>
  ),
  replies: (
    <ReplyList view={replyFilter.parse(query).value} problems={[]} counts={none(REPLY_FACETS)} isDesk={false}>
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
  const chips = html.matchAll(/<a (?=[^>]*line-through)[^>]*href="([^"]*)"[^>]*>(.*?) <span/g);
  return [...chips].map(([, href, label]) => [href, label]);
}

test.each(Object.entries(LISTS))("the list of %s says its part of the map, and what takes it away", (name, list) => {
  const chips = chipsOf("en", list);
  expect(chips).toContainEqual([
    `/${name}?records=published`,
    "About a station in the part of the map: 50 to 54, 3 to 8 (latitude, longitude)",
  ]);
  expect(chips.map(([href]) => href)).toContain(`/${name}?box=3%2C50%2C8%2C54`);
  expect(chipsOf("nl", list).map(([, label]) => label)).toContain(
    "Over een post in het deel van de kaart: 50 tot 54, 3 tot 8 (breedte, lengte)",
  );
});
