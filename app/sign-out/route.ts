import { headers } from "next/headers";
import { forgetHeldForm } from "@/app/_server/held-form";
import { isSameOrigin } from "@/app/_server/same-origin";
import { clearSessionId, endSession } from "@/app/_server/session-cookie";

/** A route and no action, so that nothing is drawn for it: signing out has room when nothing else has. */
export async function POST(): Promise<Response> {
  if (!isSameOrigin(await headers())) return new Response(null, { status: 403 });
  await endSession();
  await clearSessionId();
  await forgetHeldForm();
  return new Response(null, { status: 303, headers: { Location: "/sign-in?out=1" } });
}
