import { expect, test } from "vitest";
import { formatClaimDates } from "./claim-dates";
import { parseEdtf } from "./edtf";

test.each([
  ["2022-12", "2016/2018", "said December 2022, of 2016–2018", "gezegd december 2022, over 2016–2018"],
  [
    "2022-12-05",
    "2016/..",
    "said 5 December 2022, of the time since 2016",
    "gezegd 5 december 2022, over de tijd sinds 2016",
  ],
  [null, "2019", "said at an unknown date, of 2019", "gezegd op een onbekende datum, over 2019"],
  ["2022-12", null, "December 2022", "december 2022"],
  [null, null, "date unknown", "datum onbekend"],
])("a claim said %s of %s reads %j and %j", (asserted, period, en, nl) => {
  const dates = { asserted: asserted ? parseEdtf(asserted) : null, period: period ? parseEdtf(period) : null };
  expect([formatClaimDates(dates, "en"), formatClaimDates(dates, "nl")]).toEqual([en, nl]);
});
