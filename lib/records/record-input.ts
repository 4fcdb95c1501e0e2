import type { z } from "zod";
import { claimInput } from "./claim";
import { coverageInput } from "./country-coverage";
import type { RecordKind } from "./editorial";
import { eventInput } from "./event";
import { evidenceInput } from "./evidence";
import { organizationInput } from "./organization";
import { replyRequestInput } from "./reply-request";
import { responseInput } from "./response";
import { stationInput } from "./station";
import { statusReportInput } from "./status-report";

/** What a person may type, by kind of record. */
export const RECORD_INPUTS = {
  organization: organizationInput,
  station: stationInput,
  evidence: evidenceInput,
  claim: claimInput,
  response: responseInput,
  event: eventInput,
  status_report: statusReportInput,
  reply_request: replyRequestInput,
  coverage: coverageInput,
} as const satisfies Record<RecordKind, z.ZodType>;
