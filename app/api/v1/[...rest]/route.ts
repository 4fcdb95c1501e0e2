import { jsonRead } from "@/app/_server/route-handlers";

/** An address that the API doesn't have: a problem like every other, not a page. */
export const GET = jsonRead<{ rest: string[] }>(async () => null);
