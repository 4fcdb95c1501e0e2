import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CommentText } from "@/components/discussion/comment-text";
import { MixedText } from "@/components/search/mixed-text";
import { SearchBox } from "@/components/search/search-box";
import { MessagesProvider } from "@/components/translations-client";
import { form } from "@/lib/messages/form";
import { search } from "@/lib/messages/search";
import { DeskText } from "./desk-text";
import { TextArea, TextField } from "./field";
import { Foreign } from "./foreign";
import { PageHeading } from "./page-heading";

const ARABIC = "مكتب الشرطة";

test.each([
  ["a field", <TextField key="1" name="a" label="A" defaultValue={ARABIC} />, "input"],
  ["a long field", <TextArea key="2" name="a" label="A" defaultValue={ARABIC} />, "textarea"],
  ["the search", <SearchBox key="3" query={ARABIC} />, "input"],
  ["a title", <PageHeading key="4" title={ARABIC} />, "h1"],
  ["a comment", <CommentText key="5" comment={{ body: ARABIC, mentions: [] }} />, "p"],
  ["what the desk wrote", <DeskText key="6">{ARABIC}</DeskText>, "span"],
  [
    "a text of no noted language",
    <Foreign key="7" lang={null}>
      {ARABIC}
    </Foreign>,
    "span",
  ],
])("%s takes the direction of its text", (_, element, tag) => {
  const html = renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={{ form: form.en, search: search.en }}>
      {element}
    </MessagesProvider>,
  );
  expect(html).toMatch(new RegExp(`<${tag}[^>]* dir="auto"`));
});

test("a name in Arabic within a sentence keeps to itself", () => {
  expect(renderToStaticMarkup(<MixedText>{ARABIC}</MixedText>)).toBe(`<bdi>${ARABIC}</bdi>`);
  expect(renderToStaticMarkup(<MixedText>Fuzhou</MixedText>)).toBe("Fuzhou");
});
