import "server-only";
import { forbidden, notFound } from "next/navigation";
import { Refusal } from "@/lib/workflow/refusal";

/** For pages: what an access function refuses as the 404 or 403 that it is; anything else stays an error. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.kind === "not_found") notFound();
    if (error instanceof Refusal && error.kind === "forbidden") forbidden();
    throw error;
  }
}
