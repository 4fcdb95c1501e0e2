import { apiList, apiRecord } from "@/app/_server/api";
import { listReplies } from "@/db/access/reply-list";
import { recordReplyRequest } from "@/db/access/reply-requests";
import { replyFilter } from "@/lib/reply-filter";
import { replyRequestInput } from "@/lib/reply-request";

export const GET = apiList(replyFilter, listReplies);

export const POST = apiRecord("reply_request", "replies", replyRequestInput, recordReplyRequest);
