import { apiOne, apiRevise } from "@/app/_server/api";
import { findCoverage, reviseCoverage } from "@/db/access/countries/coverage";
import { coverageInput } from "@/lib/records/country-coverage";

export const GET = apiOne(findCoverage);

export const PATCH = apiRevise("coverage", coverageInput, reviseCoverage);
