import { apiOne, apiRevise } from "@/app/_server/api";
import { findStation, reviseStation } from "@/db/access/stations";
import { stationInput } from "@/lib/station";

export const GET = apiOne(findStation);

export const PATCH = apiRevise("station", stationInput, reviseStation);
