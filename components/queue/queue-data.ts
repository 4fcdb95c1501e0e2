"use client";

import { QueryClient, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "#translations";
import type { QueueItem, QueueResult } from "@/db/access/queue/queue";
import { useLiveUpdates } from "./use-live-updates";

export type QueueData = Omit<QueueResult, "next"> & { readonly next: string | null };

/** One change to one item: what the list shows at once, and what is sent. */
export type Act = {
  readonly item: QueueItem;
  readonly shown: Partial<Omit<QueueItem, "state">> & { readonly state?: string };
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** One for each island: a client of the module would be shared by all that the server draws, whoever asks. */
const make = () => new QueryClient({ defaultOptions: { queries: { retry: 1 } } });
const POLLING = 15_000;

/** What was refused, as its own sentence. */
class Refused extends Error {}

async function fetchQueue(query: string, signal: AbortSignal): Promise<QueueData> {
  const answer = await fetch(`/api/v1/queue?${query}`, { signal });
  if (!answer.ok) throw new Error(`The queue answered ${answer.status}.`);
  return (await answer.json()) as QueueData;
}

async function send({ item: { kind, slug }, path, body }: Act): Promise<void> {
  const answer = await fetch(path, {
    method: "POST",
    // What is sent as the page is left arrives all the same.
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ kind, slug, ...body }),
  });
  if (answer.ok) return;
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; errors?: Record<string, string> };
  const errors = Object.values(problem.errors ?? {});
  throw new Refused(errors.length > 0 ? errors.join(" ") : (problem.detail ?? String(answer.status)));
}

/**
 * The queue as the server last sent it, with what this person has just done already shown. What is refused is taken back,
 * and says why. Others' changes come by the stream; while that is away, it is fetched anew every 15 seconds.
 */
export function useQueueData(query: string, initial: QueueData) {
  const t = useTranslations("queue");
  const [client] = useState(make);
  const isLive = useLiveUpdates(() => client.invalidateQueries({ queryKey: ["queue"] }));
  const key = ["queue", query];
  const { data } = useQuery(
    {
      queryKey: key,
      queryFn: ({ signal }) => fetchQueue(query, signal),
      initialData: initial,
      staleTime: 1000,
      refetchInterval: isLive ? false : POLLING,
    },
    client,
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { mutateAsync } = useMutation(
    {
      mutationFn: send,
      onMutate: async ({ item, shown }: Act) => {
        setRefusal(null);
        setDone(null);
        await client.cancelQueries({ queryKey: key });
        const before = client.getQueryData<QueueData>(key);
        client.setQueryData<QueueData>(key, (now) => now && withShown(now, item, shown));
        return { before };
      },
      onError: (error, _act, context) => {
        client.setQueryData(key, context?.before);
        setRefusal(error instanceof Refused ? error.message : t("offline"));
      },
      onSuccess: (_answer, { item }) => setDone(t("done", { title: item.title })),
      onSettled: () => client.invalidateQueries({ queryKey: ["queue"] }),
    },
    client,
  );
  /** @returns whether it was done */
  const act = (act: Act) =>
    mutateAsync(act).then(
      () => true,
      () => false,
    );
  return { data, act, refusal, done, isLive };
}

const withShown = (data: QueueData, { id }: QueueItem, shown: Act["shown"]): QueueData => ({
  ...data,
  items: data.items.map((item) => (item.id === id ? ({ ...item, ...shown } as QueueItem) : item)),
});
