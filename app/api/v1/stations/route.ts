import { apiList, apiRecord } from "@/app/_server/api";
import { listStations } from "@/db/access/stations/station-list";
import { recordStation } from "@/db/access/stations/stations";
import { stationFilter } from "@/lib/filters/station-filter";
import { stationInput } from "@/lib/records/station";

export const GET = apiList(stationFilter, listStations);

export const POST = apiRecord("station", "stations", stationInput, recordStation);
