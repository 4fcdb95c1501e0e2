import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AlikeKind, AlikeRecord } from "@/lib/records/likeness";
import { recordsClient, useSettled } from "./found-records";

const PAUSE = 400;

/** Of what is typed, that an address can hold. */
const LONGEST = 1500;

export const alikeQuery = (
  kind: AlikeKind,
  slug: string | null,
  values: readonly (readonly [field: string, value: string])[],
): string => {
  const typed = values.map(([field, value]) => [field, value.trim().slice(0, LONGEST)] as const);
  const query = new URLSearchParams(
    typed.filter(([, value]) => value !== "").map(([field, value]) => [field, value]),
  );
  if ([...query.keys()].length === 0) return "";
  query.set("record", kind);
  if (slug) query.set("slug", slug);
  return query.toString();
};

async function findAlike(query: string, signal: AbortSignal): Promise<readonly AlikeRecord[]> {
  const answer = await fetch(`/api/v1/alike?${query}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`What is alike was answered ${answer.status}.`);
  return ((await answer.json()) as { items: AlikeRecord[] }).items;
}

/** What is on file and may be what is typed, asked once the typing pauses; undefined while nobody knows. */
export function useFoundAlike(query: string): readonly AlikeRecord[] | undefined {
  const settled = useSettled(query, PAUSE);
  const { data } = useQuery(
    {
      queryKey: ["alike", settled],
      queryFn: ({ signal }) => findAlike(settled, signal),
      enabled: settled !== "",
      placeholderData: keepPreviousData,
    },
    recordsClient,
  );
  return settled === "" ? undefined : data;
}
