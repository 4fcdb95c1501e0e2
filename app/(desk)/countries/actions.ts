"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordCoverage } from "@/db/access/countries/coverage";
import { coverageInput } from "@/lib/records/country-coverage";
import { recordOf } from "@/lib/records/input";
import { workPath } from "@/lib/records/record-path";

export const recordCoverageAction = recordFormAction(recordOf(coverageInput), recordCoverage, {
  done: ({ slug }) => workPath("coverage", slug),
});
