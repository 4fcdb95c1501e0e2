import type postgres from "postgres";
import { Connection } from "../connection/connection";
import { BIG_TABLES } from "./many-rows";

type Plan = {
  "Node Type": string;
  "Plan Rows": number;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Parent Relationship"?: string;
  "Subplan Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};
type Statement = { readonly text: string; readonly params: readonly unknown[]; readonly isKept: boolean };

/** Rows that may be gone through again for each row of something else. */
const FEW = 100;

const run = Connection.prototype.run;
const answers = new Map<string, ReturnType<typeof run>>();

/** What a call reads from a database to which nothing is written meanwhile: the same statement is answered once. */
export async function watchStatements<T>(call: () => Promise<T>): Promise<{ answer: T; statements: Statement[] }> {
  const statements: Statement[] = [];
  Connection.prototype.run = function (text, params = [], options = {}) {
    if (!/^\s*\(*(select|with)/.test(text)) return run.call(this, text, params, options);
    statements.push({ text, params, isKept: options.prepare === true });
    const key = JSON.stringify([process.env.DATABASE_URL, text, params, options]);
    const answer = answers.get(key) ?? run.call(this, text, params, options);
    answers.set(key, answer);
    return answer.then((rows) => structuredClone(rows));
  };
  try {
    return { answer: await call(), statements };
  } finally {
    Connection.prototype.run = run;
  }
}

/** How PostgreSQL answers statements: those whose plan a connection keeps as it does for any values, others for their own. */
export class Planner {
  readonly #plans = new Map<string, Promise<Plan[]>>();

  constructor(private readonly sql: postgres.Sql) {}

  /** The big tables that are read from end to end. */
  async scansOf(statement: Statement): Promise<string[]> {
    return (await this.#plan(statement)).flatMap(scansIn);
  }

  /** Those that are so again and again: the time of that grows with the square of the rows. */
  async repeatedScansOf(statement: Statement): Promise<string[]> {
    return (await this.#plan(statement)).flatMap((plan) => repeatedScansIn(plan));
  }

  /** What of a table is looked at, and by which indexes. */
  async lookAt(table: string, statement: Statement) {
    const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
    const plans = await this.#explain("analyze, format json", statement);
    const nodes = plans.flatMap(nodesOf).filter((node) => node["Relation Name"] === table);
    const rowsOf = (node: Plan) =>
      ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 0);
    return {
      rows: nodes.reduce((sum, node) => sum + rowsOf(node), 0),
      indexes: nodes.map((node) => node["Index Name"]),
    };
  }

  /** How many rows an index was read for before one of them was seen. */
  async rowsInBitmap(index: string, statement: Statement): Promise<number> {
    const rowsOf = (plan: Plan): number =>
      (plan["Node Type"] === "Bitmap Index Scan" && plan["Index Name"] === index
        ? (plan["Actual Rows"] ?? 0) * (plan["Actual Loops"] ?? 0)
        : 0) + (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0);
    return (await this.#explain("analyze, format json", statement)).reduce((sum, plan) => sum + rowsOf(plan), 0);
  }

  #plan(statement: Statement): Promise<Plan[]> {
    const key = JSON.stringify([statement.text, statement.params]);
    const plans = this.#plans.get(key) ?? this.#explain("format json", statement);
    this.#plans.set(key, plans);
    return plans;
  }

  async #explain(how: string, { text, params, isKept }: Statement): Promise<Plan[]> {
    const [row] = isKept ? await this.#explainKept(how, text, params) : await this.#explainOnce(how, text, params);
    return ((row?.["QUERY PLAN"] ?? []) as { Plan: Plan }[]).map(({ Plan: plan }) => plan);
  }

  #explainOnce(how: string, text: string, params: readonly unknown[]) {
    return this.sql.unsafe(`explain (${how}) ${text}`, params as never[]);
  }

  #explainKept(how: string, text: string, params: readonly unknown[]) {
    const values = params.length > 0 ? `(${params.map(literal).join(", ")})` : "";
    return this.sql.begin(async (sql) => {
      await sql.unsafe(`set local plan_cache_mode = force_generic_plan; prepare kept as ${text}`);
      const rows = await sql.unsafe(`explain (${how}) execute kept${values}`);
      await sql.unsafe("deallocate kept");
      return rows;
    });
  }
}

const literal = (value: unknown) => (value === null ? "null" : `'${String(value).replaceAll("'", "''")}'`);

function scansIn(plan: Plan): string[] {
  const name = plan["Relation Name"] ?? "";
  const own = plan["Node Type"] === "Seq Scan" && BIG_TABLES.includes(name) ? [name] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansIn)];
}

function repeatedScansIn(plan: Plan, whole = JSON.stringify(plan)): string[] {
  const { Plans: parts = [] } = plan;
  const isMany = (parts[0]?.["Plan Rows"] ?? 0) > FEW;
  return parts.flatMap((part) => {
    const isKept = part["Node Type"] === "Materialize" || part["Node Type"] === "CTE Scan";
    const isInner = plan["Node Type"] === "Nested Loop" && part["Parent Relationship"] === "Inner";
    const isOften = isInner && isMany && !(isKept && part["Plan Rows"] <= FEW);
    // Whether there is a row at all is known at the first, which is near where hundreds are expected.
    const isNear = part["Node Type"] === "Seq Scan" && part["Plan Rows"] > FEW;
    // A hashed subplan is read once.
    const isHashed =
      whole.includes(`hashed ${part["Subplan Name"]})`) || whole.includes(`hashed ${part["Subplan Name"]}.`);
    const isAsked = part["Parent Relationship"] === "SubPlan" && !isHashed && !isNear;
    return isOften || isAsked ? scansIn(part) : repeatedScansIn(part, whole);
  });
}
