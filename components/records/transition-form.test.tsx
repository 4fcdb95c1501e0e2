import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import { FormOutcome } from "@/components/ui/form-outcome";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import type { ProposalTransition } from "@/lib/workflow/workflow";
import { TransitionForm } from "./transition-form";

const catalogue = Object.fromEntries(
  (Object.keys(messages) as Namespace[]).map((namespace) => [namespace, messages[namespace].en]),
) as Partial<Catalogue>;

const draw = (what: ReactNode) =>
  renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={catalogue}>
      {what}
    </MessagesProvider>,
  );

/** The blue buttons of a form with these steps. */
function primaries(plain: readonly ProposalTransition[]): string[] {
  const html = draw(
    <TransitionForm
      hidden={{}}
      plain={plain}
      reasoned={[]}
      takesNote={false}
      warnings={[]}
      action={async (previous) => previous}
    />,
  );
  return [...html.matchAll(/<button[^>]* value="(\w+)"[^>]*button-primary[^>]*>/g)].map(([, step]) => step ?? "");
}

test("one's own proposal under review has no blue button to withdraw it", () => {
  expect(primaries(["submit", "withdraw"])).toEqual(["submit"]);
  expect(primaries(["withdraw"])).toEqual([]);
});

test("what a step misses and its form does not ask is linked to where it is filled in", () => {
  const outcome = { status: "invalid", errors: { reason: "Give a reason.", note: "Write." }, values: {} } as const;
  const html = draw(
    <FormOutcome outcome={outcome} labels={{}} prefix="step" hrefs={{ reason: "/proposals/a/edit#f-reason" }} />,
  );
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    "/proposals/a/edit#f-reason",
    "#step-note",
  ]);
});
