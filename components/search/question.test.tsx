import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import { SearchQuestion } from "./question";

const draw = (asked: Partial<Parameters<typeof SearchQuestion>[0]>) =>
  renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={{}}>
      <SearchQuestion query="" isDesk {...asked}>
        {null}
      </SearchQuestion>
    </MessagesProvider>,
  );

test("the fields of a question are a link away, which keeps what is asked, and open where they are asked for", () => {
  const page = draw({ query: "police station", kind: "evidence" });
  expect(page).toContain('href="/search?q=police+station&amp;kind=evidence&amp;fields=1#fields"');
  expect(page).not.toContain("<table");

  const fields = draw({ showsFields: true });
  expect(fields).toMatch(/<details id="fields"[^>]* open="">/);
  expect(fields).toContain("state:draft");
  expect(draw({ showsFields: true, isDesk: false })).not.toContain("state:draft");
});
