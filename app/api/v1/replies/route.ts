import { apiList, apiRecord } from "@/app/_server/api";
import { listReplies } from "@/db/access/replies/reply-list";
import { recordReplyRequest } from "@/db/access/replies/reply-requests";
import { replyFilter } from "@/lib/filters/reply-filter";
import { replyRequestInput } from "@/lib/records/reply-request";

export const GET = apiList(replyFilter, listReplies);

export const POST = apiRecord("reply_request", "replies", replyRequestInput, recordReplyRequest);
