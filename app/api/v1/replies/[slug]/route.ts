import { apiOne, apiRevise } from "@/app/_server/api";
import { findReply } from "@/db/access/replies/replies";
import { reviseReplyRequest } from "@/db/access/replies/reply-requests";
import { replyRequestInput } from "@/lib/records/reply-request";

export const GET = apiOne(findReply);

export const PATCH = apiRevise("reply_request", replyRequestInput, reviseReplyRequest);
