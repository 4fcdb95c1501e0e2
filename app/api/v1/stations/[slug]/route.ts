import { apiRecordParts, apiRevise } from "@/app/_server/api";
import { findStationFile } from "@/db/access/stations/station-file";
import { findStation, reviseStation } from "@/db/access/stations/stations";
import { stationParts } from "@/lib/filters/record-parts";
import { stationInput } from "@/lib/records/station";

export const GET = apiRecordParts(stationParts, async (actor, slug, asked) => {
  const station = await findStation(actor, slug);
  const { parts, ...file } = await findStationFile(actor, station, asked);
  return { ...station, file, parts };
});

export const PATCH = apiRevise("station", stationInput, reviseStation);
