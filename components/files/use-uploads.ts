"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Upload } from "tus-js-client";
import { useTranslations } from "#translations";
import { showToast } from "@/components/shell/show-toast";
import type { FileTarget } from "@/lib/records/file";

export type UploadItem = {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: "sending" | "finishing" | "added" | "there" | "failed";
  /** What the server said, as a sentence. */
  readonly why?: string;
};

const PART = 8 * 1024 * 1024;
const WAITS = [0, 1000, 3000, 10_000, 20_000];

/**
 * Uploads by tus, to one record or to comments: each goes on where it was cut off, also after the page was left and the file chosen again.
 * @param whenAdded after each that the server has
 */
export function useUploads(whenAdded?: () => void) {
  const t = useTranslations("file");
  const router = useRouter();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const uploads = useRef(new Map<string, Upload>());
  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) void upload.abort();
    };
  }, []);
  const change = (key: string, part: Partial<UploadItem>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...part } : item)));

  const send = async (target: FileTarget, key: string, file: File) => {
    const { Upload } = await import("tus-js-client");
    let isThere = false;
    const upload = new Upload(file, {
      endpoint: "/api/v1/uploads",
      chunkSize: PART,
      retryDelays: WAITS,
      // The same file for another record is another upload.
      fingerprint: async ({ name, size, lastModified }: File) =>
        ["wederhoor", ...Object.values(target), name, size, lastModified].join(" "),
      removeFingerprintOnSuccess: true,
      metadata: { ...target, filename: file.name },
      onProgress: (sent, size) => change(key, { sent, state: sent === size ? "finishing" : "sending" }),
      onAfterResponse: (_request, response) => {
        isThere ||= response.getHeader("X-Already-There") === "true";
      },
      onSuccess: () => {
        change(key, { state: isThere ? "there" : "added" });
        showToast({ text: t(isThere ? "there" : "added", { name: file.name }) });
        if (whenAdded) whenAdded();
        else router.refresh();
      },
      onError: (error) => change(key, { state: "failed", why: sentenceOf(error) }),
    });
    uploads.current.set(key, upload);
    const [earlier] = await upload.findPreviousUploads();
    if (earlier) upload.resumeFromPreviousUpload(earlier);
    upload.start();
  };

  return {
    items,
    add: (target: FileTarget, files: Iterable<File>) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        setItems((now) => [...now, { key, name: file.name, size: file.size, sent: 0, state: "sending" }]);
        void send(target, key, file);
      }
    },
    /** Ends an upload for good, and what of it was sent already. */
    cancel: (key: string) => {
      void uploads.current.get(key)?.abort(true);
      setItems((now) => now.filter((item) => item.key !== key));
    },
    goOn: (key: string) => {
      change(key, { state: "sending" });
      uploads.current.get(key)?.start();
    },
  };
}

export type Uploading = ReturnType<typeof useUploads>;

/** What a problem document says; nothing where the line was cut. */
function sentenceOf(error: Error): string {
  const body = (error as { originalResponse?: { getBody: () => string } | null }).originalResponse?.getBody() ?? "";
  try {
    return (JSON.parse(body) as { detail?: string }).detail ?? "";
  } catch {
    return body.trim();
  }
}
