import { useLocaleCode } from "#translations";
import type { FieldProblem } from "@/db/access/search/search-question";
import { describeFieldProblem } from "./describe-field-problem";

/** What of a question's fields could not be taken, each in a sentence; the box keeps it as it was typed. */
export function FieldProblems({ problems }: { problems: readonly FieldProblem[] }) {
  const locale = useLocaleCode();
  if (problems.length === 0) return null;
  return (
    <ul role="status" className="measure mt-3 text-caution" id="search-problems">
      {problems.map((problem) => (
        <li key={`${problem.field}:${problem.value}`}>{describeFieldProblem(problem, locale)}</li>
      ))}
    </ul>
  );
}
