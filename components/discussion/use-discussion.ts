"use client";

import { QueryClient, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { TOAST_EVENT } from "@/components/shell/show-toast";
import type { Comment, CommentList } from "@/db/access/discussion/comments";
import type { Following } from "@/db/access/discussion/follows";
import type { SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";

export type DiscussionSubject = { readonly kind: SubjectKind; readonly slug: string };
type CommentBody = { readonly body: string; readonly field: string | null; readonly parent: string | null };
export type Viewer = Pick<Actor, "id" | "name" | "role">;

/** A refusal of the API, with its sentence; without one the request never arrived. */
export class Refused extends Error {}

const EVERY = 15_000;
const createClient = () => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1 } } });
let browserClient: QueryClient | undefined;
/** The server draws for many people at once: there each drawing has its own. */
export function discussionClient(): QueryClient {
  if (typeof window === "undefined") return createClient();
  browserClient ??= createClient();
  return browserClient;
}

async function send<T>(method: "POST" | "PATCH", path: string, body: unknown): Promise<T> {
  const answer = await fetch(`/api/v1/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.ok) return (await answer.json()) as T;
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; errors?: Record<string, string> };
  throw new Refused(Object.values(problem.errors ?? {}).join(" ") || problem.detail || "");
}

async function fetchDiscussion({ kind, slug }: DiscussionSubject, signal: AbortSignal): Promise<CommentList> {
  const answer = await fetch(`/api/v1/comments?${new URLSearchParams({ kind, slug })}`, { signal });
  if (!answer.ok) throw new Error(`The discussion answered ${answer.status}.`);
  return (await answer.json()) as CommentList;
}

export const isSending = ({ id }: Pick<Comment, "id">) => id.startsWith("sending-");

let sent = 0;
const drafted = ({ body, field, parent }: CommentBody, viewer: Viewer): Comment => ({
  id: `sending-${++sent}`,
  parentId: parent,
  field,
  body,
  author: viewer.name,
  role: viewer.role,
  at: new Date().toISOString(),
  editedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  isOwn: true,
  mentions: [],
  unknown: [],
  files: [],
});

/** The comments as they are by now, and what can be done about them; each is shown at once and taken back if refused. */
export function useDiscussion(subject: DiscussionSubject, initial: CommentList, viewer: Viewer) {
  const client = discussionClient();
  const queryKey = ["comments", subject.kind, subject.slug];
  const { data, isError } = useQuery(
    {
      queryKey,
      queryFn: ({ signal }) => fetchDiscussion(subject, signal),
      initialData: initial,
      refetchInterval: EVERY,
    },
    client,
  );
  const refetch = () => client.invalidateQueries({ queryKey });
  // What a form did, an undo among it, may have been to a comment.
  useEffect(() => {
    const onToast = (event: Event) => {
      if (!(event as CustomEvent).detail) void client.invalidateQueries({ queryKey: ["comments"] });
    };
    addEventListener(TOAST_EVENT, onToast);
    return () => removeEventListener(TOAST_EVENT, onToast);
  }, [client]);
  const write = useMutation(
    {
      mutationFn: (body: CommentBody) => send<{ id: string }>("POST", "comments", { ...subject, ...body }),
      onMutate: async (body) => {
        await client.cancelQueries({ queryKey });
        const draft = drafted(body, viewer);
        client.setQueryData<CommentList>(queryKey, (old) => old && { ...old, items: [...old.items, draft] });
        return draft.id;
      },
      onError: (_error, _said, draftId) => {
        client.setQueryData<CommentList>(
          queryKey,
          (old) => old && { ...old, items: old.items.filter(({ id }) => id !== draftId) },
        );
      },
      onSettled: refetch,
    },
    client,
  );
  const change = useMutation(
    {
      mutationFn: ({ method, path, body }: { method: "POST" | "PATCH"; path: string; body: unknown }) =>
        send<unknown>(method, path, body),
      onSettled: refetch,
    },
    client,
  );
  const act = (method: "POST" | "PATCH", path: string, body: unknown) => change.mutateAsync({ method, path, body });
  return {
    discussion: data,
    isStale: isError,
    /** Reads the comments anew: something came to one. */
    refresh: () => void refetch(),
    write: (body: CommentBody) => write.mutateAsync(body),
    edit: (id: string, body: string) => act("PATCH", `comments/${id}`, { body }),
    takeBack: (id: string) => act("POST", `comments/${id}/take-back`, {}),
    resolve: (id: string, resolved: boolean) => act("POST", `comments/${id}/resolve`, { resolved }),
    follow: (follows: boolean) => act("POST", "follows", { ...subject, follows }) as Promise<Following>,
  };
}
export type Doing = Omit<ReturnType<typeof useDiscussion>, "discussion" | "isStale">;
