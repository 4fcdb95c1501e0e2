import { Foreign } from "@/components/ui/foreign";
import { breakingClass } from "@/lib/text/long-token";

/** Han with its punctuation and full-width forms. */
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

export const hasHan = (text: string) => HAN.test(text);

/** Text of the page with Chinese or Arabic in it: each Chinese run is marked, and drawn in its face. */
export function MixedText({ children }: { children: string }) {
  const run = HAN.exec(children);
  const breaking = breakingClass(children);
  if (!run) {
    return breaking || RIGHT_TO_LEFT.test(children) ? <bdi className={breaking}>{children}</bdi> : children;
  }
  return (
    <>
      {children.slice(0, run.index)}
      <Foreign lang="zh-Hans">{run[0]}</Foreign>
      <MixedText>{children.slice(run.index + run[0].length)}</MixedText>
    </>
  );
}
