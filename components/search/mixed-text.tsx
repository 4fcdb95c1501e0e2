import { Foreign } from "@/components/ui/foreign";

/** Han with its punctuation and full-width forms. */
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/u;

export const hasHan = (text: string) => HAN.test(text);

/** Text of the page with Chinese in it: each run is marked, and drawn in its face. */
export function MixedText({ children }: { children: string }) {
  const run = HAN.exec(children);
  if (!run) return children;
  return (
    <>
      {children.slice(0, run.index)}
      <Foreign lang="zh-Hans">{run[0]}</Foreign>
      <MixedText>{children.slice(run.index + run[0].length)}</MixedText>
    </>
  );
}
