import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import { stationFilter } from "@/lib/filters/station-filter";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import { StationList } from "./station-list";

const catalogue = Object.fromEntries(
  (Object.keys(messages) as Namespace[]).map((namespace) => [namespace, messages[namespace].en]),
) as Partial<Catalogue>;

function read(query: string): string {
  const { value: view, problems } = stationFilter.parse(new URLSearchParams(query));
  const counts = { country: [], status: [], kind: [], operator: [], state: [] };
  const list = (
    <StationList view={view} problems={problems} total={87} counts={counts} mayRecord={false}>
      {null}
    </StationList>
  );
  return renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={catalogue}>
      {list}
    </MessagesProvider>,
  );
}

test("a list of what is published does not say that it is all, and can be widened", () => {
  expect(read("")).toContain("87 </span>");
  const html = read("records=published&to=2022-12-31");
  expect(html).toContain("87 stations: Items: published only");
  expect(html).toContain("Items: published only");
  expect(html).toContain('href="/stations?to=2022-12-31"');
});

test("each thing wrong with an address is a sentence of its own", () => {
  const html = read("foo=1&country=ZZ");
  const said = [...html.matchAll(/<li>([^<]*)<\/li>/g)].map(([, sentence]) => sentence);
  expect(said).toEqual(["There is no filter “foo”.", "“ZZ” is not a value of country."]);
  expect(read("foo=1")).not.toMatch(/”\. and|\.\./);
});
