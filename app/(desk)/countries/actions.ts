"use server";

import { formAction } from "@/app/_server/boundary";
import { recordCoverage } from "@/db/access/countries/coverage";
import { coverageInput } from "@/lib/records/country-coverage";
import { recordOf } from "@/lib/records/input";
import { workPath } from "@/lib/records/record-path";

export const recordCoverageAction = formAction(recordOf(coverageInput), recordCoverage, {
  done: ({ slug }) => workPath("coverage", slug),
});
