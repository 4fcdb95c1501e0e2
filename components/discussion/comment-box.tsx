"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { useTranslations } from "#translations";
import { CharacterCounter } from "@/components/ui/character-counter";
import { keepEarlyInput } from "@/components/ui/early-input";
import { CONTROL } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { LONGEST_COMMENT } from "@/lib/records/comment-threads";
import { discussionClient } from "./use-discussion";

type Person = { readonly id: string; readonly name: string; readonly handle: string };

async function findPeople(q: string, signal: AbortSignal): Promise<Person[]> {
  const answer = await fetch(`/api/v1/people?${new URLSearchParams({ q })}`, { signal });
  if (!answer.ok) throw new Error(`The people answered ${answer.status}.`);
  return ((await answer.json()) as { items: Person[] }).items;
}

/** The handle that is being typed where the cursor stands: its first letters, and where its @ is. */
const TYPING = /(?<![A-Za-z0-9._%+@-])@([A-Za-z0-9._+-]{0,40})$/;
type Typing = { readonly q: string; readonly from: number };
function typingIn({ value, selectionStart }: HTMLTextAreaElement): Typing | null {
  const match = TYPING.exec(value.slice(0, selectionStart));
  return match ? { q: match[1] ?? "", from: match.index } : null;
}

type Props = {
  box: RefObject<HTMLTextAreaElement | null>;
  id: string;
  label: string;
  hint?: string;
  text: string;
  errorId?: string;
};

/** A text box that offers people to mention once an @ is typed. Without JavaScript their handles are typed in full. */
export function CommentBox({ box, id, label, hint, text, errorId }: Props) {
  const t = useTranslations("discussion");
  const listId = useId();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [index, setIndex] = useState(0);
  const isHydrated = useHydrated();
  useEffect(() => keepEarlyInput(box.current), [box]);
  const { data: people } = useQuery(
    {
      queryKey: ["people", typing?.q ?? ""],
      queryFn: ({ signal }) => findPeople(typing?.q ?? "", signal),
      enabled: typing !== null,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    },
    discussionClient(),
  );
  const offered = typing && people ? people : [];
  const choose = ({ handle }: Person) => {
    const area = box.current;
    if (!area || !typing) return;
    area.setRangeText(`@${handle} `, typing.from, area.selectionStart, "end");
    area.focus();
    setTyping(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const person = offered[index];
    if (!typing || !person) return;
    if (event.key === "Enter" || event.key === "Tab") choose(person);
    else if (event.key === "Escape") setTyping(null);
    else if (event.key === "ArrowDown") setIndex((index + 1) % offered.length);
    else if (event.key === "ArrowUp") setIndex((index + offered.length - 1) % offered.length);
    else return;
    event.preventDefault();
  };
  const look = () => {
    setTyping(box.current && typingIn(box.current));
    setIndex(0);
  };
  return (
    <div className="relative flex w-full flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="measure text-sm text-muted">
          {hint}
        </p>
      )}
      <textarea
        ref={box}
        id={id}
        name="body"
        dir="auto"
        rows={2}
        maxLength={LONGEST_COMMENT}
        defaultValue={text}
        className={CONTROL}
        aria-describedby={[hint && `${id}-hint`, errorId].filter(Boolean).join(" ") || undefined}
        aria-invalid={errorId ? true : undefined}
        aria-autocomplete={isHydrated ? "list" : undefined}
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered[index] && `${listId}-${index}`}
        onInput={look}
        onBlur={() => setTyping(null)}
        onKeyDown={onKeyDown}
      />
      <CharacterCounter id={id} limit={LONGEST_COMMENT} />
      <p role="status" className="sr-only">
        {typing && people ? t("peopleFound", { count: offered.length }) : ""}
      </p>
      {offered.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("people")}
          className="absolute left-0 top-full z-20 w-full max-w-sm border border-rule-strong bg-raised shadow-float"
        >
          {offered.map((person, number) => (
            // The box keeps the focus and the keyboard: these are for the pointer.
            // biome-ignore lint/a11y/useFocusableInteractive: the active one is named by aria-activedescendant
            <div
              key={person.id}
              id={`${listId}-${number}`}
              role="option"
              aria-selected={number === index}
              className="cursor-default px-3 py-2 aria-selected:bg-accent-soft"
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              {person.name} <span className="font-mono text-xs text-muted">@{person.handle}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
