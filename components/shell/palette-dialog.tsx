"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { MessagesProvider } from "@/components/translations-client";
import { palette } from "@/lib/messages/palette";
import { type PaletteCommand, PaletteCommands, useCommands } from "./palette-commands";
import type { Reader } from "./reader";

type Found = { kind: string; slug: string; title: string; detail?: string | null; href: string };

const keyOf = ({ kind, slug }: Pick<Found, "kind" | "slug">) => `${kind}:${slug}`;
/** With questions that may have been meant, where hardly anything is found. */
type Findings = { items: Found[]; meant: string[]; problems: { detail: string }[] };
const NOTHING: Findings = { items: [], meant: [], problems: [] };
const client = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1 } } });

async function findRecords(query: string, signal: AbortSignal): Promise<Findings> {
  const answer = await fetch(`/api/v1/search?q=${encodeURIComponent(query)}&limit=10`, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Findings;
}

type Props = { person: Pick<Reader, "role">; close: () => void };

/** Finds what is on file, and does what the desk does by its name. It brings its words along, which no page is sent. */
export default function PaletteDialog({ person, close }: Props) {
  const locale = useLocaleCode();
  const dialog = useRef<HTMLDialogElement>(null);
  const t = useTranslations("shell");
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={t("searchLabel")}
      onClose={close}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className="mx-auto mt-4 sm:mt-[10vh] w-[min(40rem,calc(100vw-2rem))] border border-rule-strong bg-raised p-0 text-ink shadow-float backdrop:bg-black/40"
    >
      <MessagesProvider locale={locale} catalogue={{ palette: palette[locale] }}>
        <QueryClientProvider client={client}>
          <Palette person={person} close={close} />
        </QueryClientProvider>
      </MessagesProvider>
    </dialog>
  );
}

function Palette({ person, close }: Props) {
  const t = useTranslations("shell");
  const words = useTranslations("palette");
  const router = useRouter();
  const [text, setTyped] = useState("");
  const query = useDeferredValue(text.trim());
  // Two characters, or one that is a word by itself (鹿).
  const enough = query.length > 1 || /\p{Script=Han}/u.test(query);
  const {
    data = NOTHING,
    isFetching,
    isError,
  } = useQuery({
    queryKey: ["palette", query],
    queryFn: ({ signal }) => findRecords(query, signal),
    enabled: enough,
    placeholderData: keepPreviousData,
  });
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const commands = useCommands(person, query, go);
  const run = ({ run }: PaletteCommand) => {
    close();
    // Keys and focus are the page's again once the dialog is gone.
    setTimeout(run);
  };
  const { items, meant, problems } = enough ? data : NOTHING;
  // Whoever presses Enter means what they named, or the first of what was found; a choice lasts as long as what it was made in.
  const [choice, setChoice] = useState<{ among: Findings; query: string; value: string }>();
  const [first] = items;
  const isOfThese = choice?.among === data && choice.query === query;
  const value = isOfThese ? choice.value : (commands[0]?.key ?? (first ? keyOf(first) : "all"));
  return (
    <Command
      shouldFilter={false}
      label={t("searchLabel")}
      value={value}
      onValueChange={(value) => setChoice({ among: data, query, value })}
    >
      <Command.Input
        dir="auto"
        value={text}
        onValueChange={setTyped}
        placeholder={words("placeholder")}
        className="w-full border-b border-rule bg-raised px-4 py-3 text-lg outline-none"
      />
      <Command.List className="max-h-[60vh] min-h-24 overflow-y-auto p-2">
        <PaletteCommands commands={commands} run={run} />
        {items.map(({ kind, slug, title, detail, href }) => (
          <Command.Item
            key={keyOf({ kind, slug })}
            value={keyOf({ kind, slug })}
            onSelect={() => go(href)}
            className="cursor-pointer px-2 py-2 data-[selected=true]:bg-accent-soft"
          >
            <span className="mr-2 text-xs text-muted">
              {t.has(`searchKind.${kind as "station"}`) ? t(`searchKind.${kind as "station"}`) : kind}
            </span>
            {title}
            {detail && <span className="block text-sm text-muted">{detail}</span>}
          </Command.Item>
        ))}
        {meant.map((question) => (
          <Command.Item
            key={question}
            value={`meant ${question}`}
            onSelect={() => go(`/search?q=${encodeURIComponent(question)}`)}
            className="cursor-pointer px-2 py-2 data-[selected=true]:bg-accent-soft"
          >
            {t("searchMeant", { query: question })}
          </Command.Item>
        ))}
        {enough && (
          <Command.Item
            value="all"
            onSelect={() => go(`/search?q=${encodeURIComponent(query)}`)}
            className="cursor-pointer px-2 py-2 text-accent data-[selected=true]:bg-accent-soft"
          >
            {t("searchAll", { query })}
          </Command.Item>
        )}
      </Command.List>
      <p role="status" className="border-t border-rule px-4 py-2 text-sm text-muted">
        {isError
          ? t("searchFailed")
          : !enough
            ? words("type")
            : problems.length > 0
              ? problems.map(({ detail }) => detail).join(" ")
              : !isFetching && items.length === 0 && commands.length === 0
                ? t("searchNone", { query })
                : " "}
      </p>
    </Command>
  );
}
