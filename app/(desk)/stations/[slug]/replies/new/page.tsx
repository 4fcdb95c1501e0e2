import { redirect } from "next/navigation";

/** Where letters about a station used to be written. */
export default async function OldReplyRequestPage({ params }: PageProps<"/stations/[slug]/replies/new">) {
  redirect(`/replies/new?station=${encodeURIComponent((await params).slug)}`);
}
