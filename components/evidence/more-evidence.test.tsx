import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import { messages } from "@/lib/messages";
import { MoreEvidence } from "./more-evidence";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the server sets no timer to draw the way to the next page: it would keep the page until then", () => {
  const html = renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={{ evidence: messages.evidence.en, common: messages.common.en }}>
      <MoreEvidence
        query=""
        next="next"
        nextHref="/evidence?after=next"
        firstHref={null}
        shown={50}
        total={216}
        isSelectable={false}
      />
    </MessagesProvider>,
  );
  expect(html).toContain('href="/evidence?after=next"');
  expect(vi.getTimerCount()).toBe(0);
});
