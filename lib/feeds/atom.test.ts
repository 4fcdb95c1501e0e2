import { expect, test } from "vitest";
import { atomFeed } from "./atom";

const feed = { id: "x", title: "Corrections", self: "s", alternate: "a", updated: "2022-11-03T00:00:00.000Z" };

test("what somebody wrote stays text, whatever it looks like", () => {
  const entry = {
    id: "e",
    title: "A & B",
    content: '<script>"\u0000</script>',
    updated: feed.updated,
    link: "/?a=1&b=2",
  };
  const written = atomFeed({ ...feed, entries: [entry] });
  expect(written).toContain("<title>A &amp; B</title>");
  expect(written).toContain("&lt;script&gt;&quot;&lt;/script&gt;");
  expect(written).toContain('href="/?a=1&amp;b=2"');
  expect(written).not.toContain("\u0000");
});

test("a feed without entries is a feed", () => {
  expect(atomFeed({ ...feed, entries: [] })).toMatch(/<feed [^>]*>.*<updated>2022-11-03T00:00:00.000Z<\/updated>/s);
});
