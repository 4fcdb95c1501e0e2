import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import type { SavedView } from "@/db/access/views/saved-views";
import { messages } from "@/lib/messages";
import { IDLE } from "../ui/fields-of";
import { SavedViews } from "./saved-views";

const view = (over: Partial<SavedView>): SavedView => ({
  id: "00000000-0000-4000-8000-000000000001",
  list: "stations",
  name: "Italy",
  query: "country=IT",
  isShared: false,
  isRelative: false,
  owner: null,
  isAlerting: false,
  ...over,
});

function draw(
  views: readonly SavedView[],
  { mayShare = true, mayRemoveShared = false, hasDays = false, mayBeTold = true } = {},
) {
  const catalogue = { common: messages.common.en, form: messages.form.en, draft: messages.draft.en };
  const act = async () => IDLE;
  return renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={catalogue}>
      <SavedViews
        {...{ views, mayShare, mayRemoveShared, hasDays }}
        list="stations"
        query="country=NL"
        save={act}
        remove={act}
        alert={mayBeTold ? act : null}
      />
    </MessagesProvider>,
  );
}

test("a saved view is a link to its list's address, and is removed by its owner, or by who may remove what is shared", () => {
  const shared = view({ name: "Of all", owner: "Robin", isShared: true });
  expect(draw([view({})])).toContain('href="/stations?country=IT"');
  expect(draw([view({})])).toContain("Remove Italy");
  expect(draw([shared])).toContain("shared by Robin");
  expect(draw([shared])).not.toContain("Remove Of all");
  expect(draw([shared], { mayRemoveShared: true })).toContain("Remove Of all");
});

test("who may share is offered to, and days are asked about where there are any", () => {
  expect(draw([])).toContain("Share with the desk");
  expect(draw([], { mayShare: false })).not.toContain("Share with the desk");
  expect(draw([])).not.toContain("move along");
  expect(draw([], { hasDays: true })).toContain("Its days move along with today");
});

test("whoever has an inbox is offered alerts on a view, and sees where they are on", () => {
  const of = 'aria-label="Tell me what is new or changed in Italy"';
  expect(draw([view({})])).toContain(`aria-pressed="false" ${of}`);
  expect(draw([view({ isAlerting: true })])).toContain(`aria-pressed="true" ${of}`);
  expect(draw([view({})], { mayBeTold: false })).not.toContain("aria-pressed");
});

test("a view whose days move along with today says so, beside whose it is", () => {
  expect(draw([view({ isRelative: true, owner: "Robin" })])).toContain("shared by Robin · days move along");
  expect(draw([view({})])).not.toContain("days move along");
});
