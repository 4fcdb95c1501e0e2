import { expect, test } from "vitest";
import { rangeAsked, rangeIn } from "./file-answer";

test("one range of bytes is read as RFC 9110 has it", () => {
  expect(rangeIn("bytes=0-0", 100)).toEqual({ first: 0, last: 0 });
  expect(rangeIn("bytes=10-", 100)).toEqual({ first: 10, last: 99 });
  expect(rangeIn("bytes=-10", 100)).toEqual({ first: 90, last: 99 });
  expect(rangeIn("bytes=-500", 100)).toEqual({ first: 0, last: 99 });
  expect(rangeIn("bytes=90-500", 100)).toEqual({ first: 90, last: 99 });
  expect(rangeIn("bytes=100-", 100)).toBe("outside");
  expect(rangeIn("bytes=-0", 100)).toBe("outside");
  expect(rangeIn("bytes=0-", 0)).toBe("outside");
  for (const whole of [null, "", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "items=0-1"]) {
    expect(rangeIn(whole, 100)).toBeNull();
  }
});

test("a part is sent to go on with the same bytes, and the whole of others", () => {
  const asked = (ifRange?: string) =>
    rangeAsked(new Headers({ range: "bytes=10-19", ...(ifRange && { "if-range": ifRange }) }), '"abc"', 100);
  expect(asked()).toEqual({ first: 10, last: 19 });
  expect(asked('"abc"')).toEqual({ first: 10, last: 19 });
  expect(asked('"abd"')).toBeNull();
  expect(asked("Mon, 30 Nov 2026 10:00:00 GMT")).toBeNull();
});
