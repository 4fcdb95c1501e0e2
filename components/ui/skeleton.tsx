import { useWords } from "#words";

/** Keeps the place of what loads; drawn after 200 ms. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useWords("common");
  return (
    <div role="status" className="skeleton flex flex-col gap-4 py-4">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="h-4 bg-sunken" style={{ width: `${90 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
