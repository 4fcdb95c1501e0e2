import { jsonWrite } from "@/app/_server/route-handlers";
import { setFollowing } from "@/db/access/discussion/follows";
import { followInput } from "@/lib/records/comment";

/** Follows a record or a proposal, or stops. */
export const POST = jsonWrite(
  followInput,
  (actor, { follows, ...subject }) => setFollowing(actor, subject, follows),
  {
    permission: "read the discussion",
  },
);
