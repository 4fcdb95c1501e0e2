import { Fragment, type ReactNode } from "react";
import { useTranslations } from "#translations";
import { Added, Removed } from "@/components/records/diff-marks";
import type { ChangedLine, ComparedBlock, PageComparison } from "@/lib/captures/page-comparison";

type Props = {
  page: PageComparison;
  title: PageComparison | null;
  ignore: ((rules: readonly string[]) => ReactNode) | null;
};

/** Lines around a change that show where it stands. */
const AROUND = 1;
/** Of what moved by itself so much is shown. */
const MOST_MOVED = 50;

/** What a page says otherwise: changed lines word by word, the rest folded, and apart what moved by itself. */
export function PageDifference({ page, title, ignore }: Props) {
  const t = useTranslations("watch");
  const { blocks, changes, moved, ignored, isCut } = page;
  const said = [
    ...(title ? [t(changes === 0 ? "titleOnly" : "titleToo")] : []),
    ...(title && changes === 0 ? [] : [t("changes", { count: changes })]),
    ...(moved.length > 0 ? [t("movedCount", { count: moved.length })] : []),
    ...(ignored > 0 ? [t("ignoredCount", { count: ignored })] : []),
    ...(isCut ? [t("cut")] : []),
  ];
  const shown = blocks.map((block, place) => ({ block, place }));
  return (
    <>
      <p>{said.join(" ")}</p>
      {title && <TitleDifference title={title} ignore={ignore} />}
      {changes > 0 && (
        <div className="max-w-3xl border-y border-rule py-3">
          {shown.map(({ block, place }) =>
            block.kind === "same" ? (
              <SameLines key={place} lines={block.lines} isFirst={place === 0} isLast={place === blocks.length - 1} />
            ) : (
              <ChangedLines key={place} block={block} ignore={ignore} />
            ),
          )}
        </div>
      )}
      <MovedLines moved={moved} />
    </>
  );
}

function TitleDifference({ title, ignore }: Pick<Props, "ignore"> & { title: PageComparison }) {
  const t = useTranslations("watch");
  const changed = title.blocks.filter((block) => block.kind === "changed").map((block, place) => ({ block, place }));
  return (
    <div className="max-w-3xl border-t border-rule pt-3">
      <h3 className="text-sm text-muted">{t("titleChanged")}</h3>
      {changed.map(({ block, place }) => (
        <ChangedLines key={place} block={block} ignore={ignore} />
      ))}
    </div>
  );
}

type SameProps = { lines: readonly string[]; isFirst: boolean; isLast: boolean };

/** The lines beside a change, and between them the others, folded. */
function SameLines({ lines, isFirst, isLast }: SameProps) {
  const t = useTranslations("watch");
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  const folded = lines.length - head - tail;
  if (folded < 2) return <Lines lines={lines} />;
  return (
    <>
      <Lines lines={lines.slice(0, head)} />
      <details className="my-2">
        <summary className="cursor-pointer text-sm text-muted">{t("unchanged", { count: folded })}</summary>
        <Lines lines={lines.slice(head, lines.length - tail)} />
      </details>
      <Lines lines={lines.slice(lines.length - tail)} />
    </>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines
      .map((line, place) => ({ line, place }))
      .map(({ line, place }) => (
        <p key={place} dir="auto" className="my-1 break-words pl-7 text-muted">
          {line}
        </p>
      ))}
  </>
);

const MARKS = { same: Fragment, added: Added, removed: Removed } as const;

function ChangedLines({ block, ignore }: Pick<Props, "ignore"> & { block: ComparedBlock & { kind: "changed" } }) {
  return (
    <ul className="my-2 flex flex-col gap-2">
      {block.lines
        .map((line, place) => ({ line, place }))
        .map(({ line, place }) => (
          <li key={place} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 border-l-4 border-accent">
            <Sign line={line} />
            <div>
              <p dir="auto" className="break-words">
                {line.parts
                  .map((part, at) => ({ ...part, at }))
                  .map(({ value, change, at }) => {
                    const Mark = MARKS[change];
                    return <Mark key={at}>{value}</Mark>;
                  })}
              </p>
              {ignore?.(line.rules)}
            </div>
          </li>
        ))}
    </ul>
  );
}

/** In the margin: what became of the line. */
function Sign({ line: { before, after } }: { line: ChangedLine }) {
  const t = useTranslations("watch");
  const [sign, name] =
    before === null
      ? (["+", "lineAdded"] as const)
      : after === null
        ? (["−", "lineRemoved"] as const)
        : (["±", "lineChanged"] as const);
  return (
    <span className="text-center font-mono font-semibold">
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{t(name)}</span>
    </span>
  );
}

function MovedLines({ moved }: Pick<PageComparison, "moved">) {
  const t = useTranslations("watch");
  if (moved.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer">{t("movedTitle", { count: moved.length })}</summary>
      <p className="mt-1 text-muted">{t("movedLead")}</p>
      <dl className="mt-2 flex max-w-3xl flex-col gap-2">
        {moved
          .slice(0, MOST_MOVED)
          .map((line, place) => ({ ...line, place }))
          .map(({ before, after, place }) => (
            <div key={place} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 break-words">
              <dt className="text-muted">{t("was")}</dt>
              <dd dir="auto">{before}</dd>
              <dt className="text-muted">{t("is")}</dt>
              <dd dir="auto">{after}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
