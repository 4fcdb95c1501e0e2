import { apiList, apiRecord } from "@/app/_server/api";
import { listStations } from "@/db/access/station-list";
import { recordStation } from "@/db/access/stations";
import { stationInput } from "@/lib/station";
import { stationFilter } from "@/lib/station-filter";

export const GET = apiList(stationFilter, listStations);

export const POST = apiRecord("station", "stations", stationInput, recordStation);
