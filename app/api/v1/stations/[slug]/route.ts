import { apiOne, apiRevise } from "@/app/_server/api";
import { findStationFile } from "@/db/access/stations/station-file";
import { findStation, reviseStation } from "@/db/access/stations/stations";
import { stationInput } from "@/lib/records/station";

export const GET = apiOne(async (actor, slug) => {
  const station = await findStation(actor, slug);
  return { ...station, file: await findStationFile(actor, station) };
});

export const PATCH = apiRevise("station", stationInput, reviseStation);
