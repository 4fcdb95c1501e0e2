import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, permanentRedirect } from "next/navigation";
import { Refusal } from "@/lib/workflow/refusal";
import { addressNow } from "./address-now";
import { getActor } from "./session";

/**
 * For pages: what an access function refuses as the 404 or 403 that it is; anything else stays an error. The address of a
 * record that became another one leads on to that, with its query.
 */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.kind === "not_found") {
      const moved = await addressNow(await getActor(), (await headers()).get("x-path") ?? "");
      if (moved) permanentRedirect(moved);
      notFound();
    }
    if (error instanceof Refusal && error.kind === "forbidden") forbidden();
    throw error;
  }
}
