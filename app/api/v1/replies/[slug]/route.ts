import { apiOne, apiRevise } from "@/app/_server/api";
import { findReply } from "@/db/access/replies";
import { reviseReplyRequest } from "@/db/access/reply-requests";
import { replyRequestInput } from "@/lib/reply-request";

export const GET = apiOne(findReply);

export const PATCH = apiRevise("reply_request", replyRequestInput, reviseReplyRequest);
