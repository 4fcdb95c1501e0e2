import { expect, test } from "vitest";
import { queueFilter } from "./queue-filter";
import { queuePlaces } from "./queue-places";
import { withPart } from "./with-part";

const read = (href: string) => queueFilter.parse(new URL(href, "http://site.example").searchParams);

test("each address around a view of the queue is read as that view again", () => {
  const { value: view } = queueFilter.parse({ kind: "claim", sort: "due", view: "board", who: "mine" });
  const places = queuePlaces(view);
  expect(read(places.here).value).toEqual(view);
  expect(read(places.first).value).toEqual(view);
  expect(queueFilter.parse(new URLSearchParams(places.query)).value).toEqual(view);
  expect(read(places.bulk).value).toEqual({ ...view, view: "table" });
  expect(read(places.states.approved).value).toEqual({
    ...view,
    view: "table",
    state: { any: ["approved"], without: [] },
  });
  expect(places).toMatchObject({ isBoard: true, isFirst: true });
});

test("a part is added to an address with and without others", () => {
  expect(withPart("/queue", "item", "event:evt-1")).toBe("/queue?item=event:evt-1");
  expect(withPart("/queue?sort=due", "after", "x")).toBe("/queue?sort=due&after=x");
});
