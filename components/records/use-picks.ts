"use client";

import { useEffect, useRef, useState } from "react";
import type { RecordKind } from "@/lib/records/editorial";
import { type FoundRecord, useFoundRecords } from "./found-records";

export const isSameRecord = (one: FoundRecord, other: FoundRecord) => one.slug === other.slug;

export type Picks = {
  kind: RecordKind;
  multiple: boolean;
  initial: readonly FoundRecord[];
  /** What was typed before, and names no record. */
  initialText: string;
  /** What the form proposes: it is taken while nothing is chosen or typed. */
  proposed?: FoundRecord | string | null;
};

/** What is chosen and what is typed, and what the search says of it. */
export function usePicks({ kind, multiple, initial, initialText, proposed = null }: Picks) {
  const [chosen, setChosen] = useState<readonly FoundRecord[]>(initial);
  const [text, setText] = useState(initialText || (multiple ? "" : (initial[0]?.title ?? "")));
  const proposedBefore = useRef<FoundRecord | string | null>(null);
  const [isLeft, setLeft] = useState(true);
  const isChosen = !multiple && chosen[0] !== undefined && text === chosen[0].title;
  const { found, isAnswered } = useFoundRecords(kind, isChosen ? "" : text);
  const typed = isChosen ? "" : text.trim();
  const choose = (records: readonly FoundRecord[]) => {
    setChosen(records);
    if (!multiple) setText(records[0]?.title ?? "");
    else if (records.length > chosen.length) setText("");
  };
  const add = (record: FoundRecord) => {
    setChosen((before) =>
      multiple ? [...before.filter((other) => !isSameRecord(other, record)), record] : [record],
    );
    setText(multiple ? "" : record.title);
  };
  // Once for each proposal; what somebody chose or typed stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a proposal is taken when it comes, and not when the field is emptied
  useEffect(() => {
    const before = proposedBefore.current;
    proposedBefore.current = proposed;
    const isTheirs = text !== "" && text !== (typeof before === "string" ? before : before?.title);
    if (proposed === before || multiple || isTheirs) return;
    setChosen(proposed === null || typeof proposed === "string" ? [] : [proposed]);
    setText(typeof proposed === "string" ? proposed : (proposed?.title ?? ""));
  }, [proposed]);
  const named = found.data?.filter(({ title }) => title.toLowerCase() === typed.toLowerCase()) ?? [];
  const only = isLeft && typed && isAnswered && named.length === 1 ? named[0] : undefined;
  // Written out in full, it is as good as chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each record that is found so
  useEffect(() => {
    if (only) add(only);
  }, [only]);
  const isUnknown = typed !== "" && isLeft && isAnswered && !only;
  const isNamed = named.length > 0 || found.isError;
  return { chosen, text, setText, setLeft, found, typed, choose, add, isUnknown, isNamed };
}
