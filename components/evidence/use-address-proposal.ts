"use client";

import { useEffect, useRef, useState } from "react";
import type { AddressProposal } from "@/db/access/evidence/address-proposal";
import type { PageProposal } from "@/db/access/evidence/page-proposal";
import { type BoxProposal, fillEmpty } from "./fill-boxes";

const PAUSE = 250;

async function askFor(address: string, signal: AbortSignal): Promise<AddressProposal | null> {
  const answer = await fetch(`/api/v1/address?${new URLSearchParams({ url: address })}`, {
    signal,
    headers: { accept: "application/json" },
  });
  return answer.ok ? ((await answer.json()) as AddressProposal | null) : null;
}

async function askForPage(address: string, signal: AbortSignal): Promise<PageProposal> {
  const answer = await fetch("/api/v1/address/page", {
    method: "POST",
    signal,
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ url: address }),
  });
  return answer.ok ? ((await answer.json()) as PageProposal) : { page: null, failure: "connection" };
}

/** What the address tells of the boxes, and what its page says, which knows better. */
const ofAddress = ({ published, language }: AddressProposal): BoxProposal => ({ published, language });
const ofPage = (address: AddressProposal, { page }: PageProposal): BoxProposal => ({
  title: page?.title ?? null,
  author: page?.author ?? null,
  published: page?.published ?? address.published,
  language: page?.language ?? address.language,
});

type Reading = "address" | "page" | null;

/**
 * What the address in a form tells of the item, and what its page says where the server may ask for that: asked once its typing
 * pauses, put into boxes in which nobody typed, and marked until it is saved.
 */
export function useAddressProposal(edited: string | null) {
  const last = useRef<BoxProposal>({});
  const [values, setValues] = useState<AddressProposal | null>(null);
  const [told, setTold] = useState<(PageProposal & { address: string }) | null>(null);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<Reading>(null);
  const asked = useRef<{ address: string; stop: AbortController; timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => () => stopAsking(asked.current), []);
  const propose = (form: HTMLFormElement, boxes: BoxProposal, publisher: unknown) => {
    const filled = fillEmpty(form, boxes, last.current);
    last.current = { ...last.current, ...boxes };
    setMarked(publisher ? [...filled, "publisher"] : filled);
  };
  const look = async (form: HTMLFormElement | null, address: string, signal: AbortSignal) => {
    setReading("address");
    const proposed = await askFor(address, signal).catch(() => null);
    if (signal.aborted) return;
    setReading(proposed?.mayFetch ? "page" : null);
    if (!proposed || !form) return;
    propose(form, ofAddress(proposed), proposed.publisher);
    setValues(proposed);
    if (!proposed.mayFetch) return;
    const page = await askForPage(address, signal).catch((): PageProposal => ({ page: null, failure: "connection" }));
    if (signal.aborted) return;
    setReading(null);
    propose(form, ofPage(proposed, page), proposed.publisher);
    setTold({ ...page, address });
  };
  const read = (box: HTMLInputElement) => {
    const address = box.value.trim();
    // What an item on file says stays.
    if (edited !== null || asked.current?.address === address) return;
    stopAsking(asked.current);
    setReading(null);
    setTold(null);
    if (!/^https?:\/\/[^/]+\.[^/]+/i.test(address)) return;
    const stop = new AbortController();
    const timer = setTimeout(() => look(box.form, address, stop.signal), PAUSE);
    asked.current = { address, stop, timer };
  };
  return { values, told, marked, reading, read };
}

function stopAsking(asked: { stop: AbortController; timer: ReturnType<typeof setTimeout> } | null) {
  if (!asked) return;
  clearTimeout(asked.timer);
  asked.stop.abort();
}
