import { common } from "../messages/common";
import { gate } from "../messages/gate";
import { proposal } from "../messages/proposal";
import { workflow } from "../messages/workflow";
import { LISTED_STATES, PUBLIC_STATES, RECORD_STATES } from "../records/editorial";
import { createNamespaceTranslator } from "../text/translator";
import { GATE_REASONS, GATE_WARNINGS } from "./gate";
import { type Permission, rolesThatMay } from "./policy";
import { isOpen, PROPOSAL_STATES } from "./proposal";
import {
  isEditable,
  PROPOSAL_TRANSITION_NAMES,
  proposalStateAfterEdit,
  proposalTransitionRule,
  stateAfterEdit,
  TRANSITION_NAMES,
  transitionRule,
} from "./workflow";

const inCommon = createNamespaceTranslator<"common">("en", common.en);
/** Some sentences count what is wrong; the others take no number. */
const inGate = createNamespaceTranslator<"gate">("en", gate.en) as unknown as (
  key: string,
  values: { count: number },
) => string;
const cells = (...texts: readonly string[]) => `| ${texts.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [cells(...head), cells(...head.map(() => "---")), ...rows.map((row) => cells(...row))].join("\n");

type Rule = Pick<
  ReturnType<typeof transitionRule>,
  "permission" | "fourEyes" | "ownWork" | "gate" | "reason" | "note" | "lapses"
> & { readonly from: readonly string[]; readonly to: string };

const who = (permission: Permission) =>
  rolesThatMay(permission)
    .map((role) => inCommon(`role.${role}`))
    .join(", ");

function conditions({ fourEyes, ownWork, gate: gated, reason, note, lapses }: Rule): string {
  const sentences = [
    fourEyes && "nobody who wrote any of it",
    ownWork && "only those who wrote it",
    gated && "the gate is open and its warnings are ticked",
    reason && "a reason, for the history",
    note && "a note, for the public",
    lapses && "the approval lapses",
  ];
  return sentences.filter(Boolean).join("; ") || "nothing else";
}

const transitions = <Step extends string>(
  names: readonly Step[],
  ruleFor: (step: Step) => Rule,
  word: (state: string) => string,
) =>
  table(
    ["step", "from", "to", "who may", "what it takes"],
    names.map((step) => {
      const rule = ruleFor(step);
      const button = workflow.en[step as keyof typeof workflow.en];
      return [
        `${button} (\`${step}\`)`,
        rule.from.map(word).join(", "),
        word(rule.to),
        who(rule.permission),
        conditions(rule),
      ];
    }),
  );

const recordWord = (state: string) => common.en.state[state as keyof typeof common.en.state];
const proposalWord = (state: string) => proposal.en.state[state as keyof typeof proposal.en.state];

function recordStates(): string {
  return table(
    ["state", "who reads it", "an edit"],
    RECORD_STATES.map((state) => {
      const isOut = (PUBLIC_STATES as readonly string[]).includes(state);
      const isListed = (LISTED_STATES as readonly string[]).includes(state);
      const gone = state === "merged" ? "nobody; its address leads on" : "nobody; it is found in the trash";
      const readers = isOut ? "everybody" : isListed ? who("read drafts") : gone;
      const after = stateAfterEdit(state);
      const edited = after === state ? "leaves it there" : `makes it ${recordWord(after)}, and the approval lapses`;
      return [
        `${recordWord(state)} (\`${state}\`)`,
        readers,
        isEditable(state) ? edited : isOut ? "goes by way of a proposal" : "is refused",
      ];
    }),
  );
}

function proposalStates(): string {
  return table(
    ["state", "an edit"],
    PROPOSAL_STATES.map((state) => {
      const after = proposalStateAfterEdit(state);
      const edited =
        after === state
          ? "leaves it there"
          : `makes it ${proposalWord(after)}: nobody approves what they did not read`;
      return [`${proposalWord(state)} (\`${state}\`)`, isOpen(state) ? edited : "is refused"];
    }),
  );
}

/** docs/workflow.md: the rules of publication as lib/workflow/workflow.ts, lib/workflow/policy.ts and lib/workflow/gate.ts hold them. */
export function workflowDocument(): string {
  const sentence = (key: (typeof GATE_REASONS | typeof GATE_WARNINGS)[number]) => inGate(key, { count: 2 });
  return `# The workflow

Written by \`npm run docs:workflow\` from \`lib/workflow/workflow.ts\`, \`lib/workflow/policy.ts\` and \`lib/workflow/gate.ts\`; a test fails when it says
anything else than they do. Every step is one revision, and a step that names a version which is no longer the stored one
is a conflict.

## Records

${recordStates()}

${transitions(TRANSITION_NAMES, transitionRule, recordWord)}

## Proposals

A published record changes by a proposal alone. Approving it writes it into its record at that moment, with everybody who
wrote any of it and whoever approved it; with a note for the public the record is Corrected. It is refused once its record
is no longer published, and while somebody else's change to the same fields is not merged.

${proposalStates()}

${transitions(PROPOSAL_TRANSITION_NAMES, proposalTransitionRule, proposalWord)}

## Merges

Two records of one thing become one by a proposal on the one that stays, whoever may write the kind; the same rules hold as for
every proposal, and these:

- The other record is one of the same kind that the writer sees, of the version that was read, without open proposals.
- What names it names the survivor afterwards; two rows that say different things of the two refuse it.
- What is published leads to no survivor that is not. A survivor that is not published comes through its gate later.
- The other record is \`merged\` then: it is found by its history and its old address alone.
- Taking a merge back is a proposal too. What was added to the survivor since stays there.

## The gate

What keeps a record from being published, and a proposal from being approved:

${table(
  ["reason", "what is said"],
  GATE_REASONS.map((reason) => [`\`${reason}\``, sentence(reason)]),
)}

What has to be ticked by whoever publishes it, and is kept with the revision:

${table(
  ["warning", "what is said"],
  GATE_WARNINGS.map((warning) => [`\`${warning}\``, sentence(warning)]),
)}

An answer can be waived (${who("waive a reply")}): with a reason, by nobody who wrote any of the record, and as a revision of
its own. It opens the gate and is warned of until somebody ends it.
`;
}
