import { apiList, apiRecord } from "@/app/_server/api";
import { listCoverage, recordCoverage } from "@/db/access/countries/coverage";
import { coverageFilter } from "@/lib/filters/coverage-filter";
import { coverageInput } from "@/lib/records/country-coverage";

export const GET = apiList(coverageFilter, listCoverage);

export const POST = apiRecord("coverage", "coverage", coverageInput, recordCoverage);
