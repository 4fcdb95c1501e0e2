import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RecordKind } from "@/lib/records/editorial";

export type FoundRecord = { readonly slug: string; readonly title: string };

/** Shared by the pickers and forms of a page; nothing is asked on the server. */
export const recordsClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: 1 } } });

/** Shorter questions find half the dossier; two Chinese characters are a name. */
export const SHORTEST_QUESTION = 2;

async function findRecords(kind: RecordKind, text: string, signal: AbortSignal): Promise<FoundRecord[]> {
  const query = new URLSearchParams({ kind, q: text });
  const answer = await fetch(`/api/v1/search?${query}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
  const { items } = (await answer.json()) as { items: FoundRecord[] };
  return items.map(({ slug, title }) => ({ slug, title }));
}

export function useSettled(text: string, delay = 150): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), delay);
    return () => clearTimeout(timer);
  }, [text, delay]);
  return settled;
}

/** Records of a kind that match what is typed, asked once the typing pauses; `isAnswered` once they are those of this very text. */
export function useFoundRecords(kind: RecordKind, query: string) {
  const text = useSettled(query.trim());
  const found = useQuery(
    {
      queryKey: ["search", kind, text],
      queryFn: ({ signal }) => findRecords(kind, text, signal),
      enabled: text.length >= SHORTEST_QUESTION,
      placeholderData: keepPreviousData,
    },
    recordsClient,
  );
  const isAnswered = text === query.trim() && !found.isFetching && !found.isPlaceholderData;
  return { found, isAnswered };
}
