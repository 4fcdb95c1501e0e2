"use client";

import { buttonClass } from "@/components/ui/button";

type InputProps = { id: string; label: string; add: (files: Iterable<File>) => void; isCamera?: boolean };

/** A button that chooses files, several at once, or takes a photograph. */
export function FileInput({ id, label, add, isCamera }: InputProps) {
  return (
    <>
      <input
        id={id}
        type="file"
        multiple={!isCamera}
        {...(isCamera && { accept: "image/*", capture: "environment" })}
        className="peer sr-only"
        onChange={({ currentTarget }) => {
          if (currentTarget.files) add(currentTarget.files);
          currentTarget.value = "";
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass("secondary")} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent`}
      >
        {label}
      </label>
    </>
  );
}
