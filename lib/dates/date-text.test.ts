import { expect, test } from "vitest";
import { readDateText } from "./date-text";
import { optionalEdtf } from "./edtf";

test.each([
  ["26 Oct 2022", "2022-10-26"],
  ["26 oktober 2022", "2022-10-26"],
  ["26-10-2022", "2022-10-26"],
  ["26/10/2022", "2022-10-26"],
  ["26.10.2022", "2022-10-26"],
  ["10/26/2022", "2022-10-26"],
  ["October 26th, 2022", "2022-10-26"],
  ["Wed, 26 Oct. 2022", "2022-10-26"],
  ["woensdag 26 okt. 2022", "2022-10-26"],
  ["26-okt-2022", "2022-10-26"],
  ["03-03-2022", "2022-03-03"],
  ["2022/10/26", "2022-10-26"],
  ["2022-1-5", "2022-01-05"],
  ["20221026", "2022-10-26"],
  ["2022年10月26日", "2022-10-26"],
  ["29 februari 2024", "2024-02-29"],
  ["Oct 2022", "2022-10"],
  ["mei 2019", "2019-05"],
  ["10/2022", "2022-10"],
  ["summer 2022", "2022-22"],
  ["about 2019", "2019~"],
  ["omstreeks maart 2019", "2019-03~"],
  ["2016-2018", "2016/2018"],
  ["2016 – 2018", "2016/2018"],
  ["from 2016 to 2018", "2016/2018"],
  ["tussen maart 2016 en 26 oktober 2018", "2016-03/2018-10-26"],
])("%s is %s", (typed, edtf) => {
  expect(readDateText(typed)).toEqual({ edtf });
  expect(optionalEdtf.parse(typed)?.edtf).toBe(edtf);
});

test.each(["03/04/2022", "3-4-2022", "01.12.2021"])("%s may be either of two days, and is asked", (typed) => {
  expect(readDateText(typed)).toBe("ambiguous");
  expect(optionalEdtf.safeParse(typed).error?.issues[0]?.message).toBe("validation.ambiguousDate");
});

test.each([
  "last week",
  "31 februari 2022",
  "29 feb 2023",
  "32/13/2022",
  "26 Oct 22",
  "Foo 2022",
  "2018-2016",
  "somewhere in 2022",
])("%s is no date", (typed) => {
  expect(readDateText(typed)).toBeNull();
  expect(optionalEdtf.safeParse(typed).error?.issues[0]?.message).toBe("validation.edtf");
});
