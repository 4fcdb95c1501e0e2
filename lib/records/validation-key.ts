import type { messages } from "../messages";

type Key = keyof (typeof messages.validation)["en"];
type Raw = {
  code?: string;
  input?: unknown;
  expected?: unknown;
  origin?: unknown;
  format?: unknown;
  minimum?: unknown;
};

const FORMATS: Record<string, Key> = { email: "email", url: "url", uuid: "uuid", guid: "uuid", date: "date" };
const SMALL: Record<string, Key> = { string: "tooShort", array: "tooFew", set: "tooFew" };
const BIG: Record<string, Key> = { string: "tooLong", array: "tooMany", set: "tooMany" };

function keyOf(issue: Raw): Key {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "required";
      if (issue.expected === "int") return "integer";
      return issue.expected === "number" ? "number" : "invalid";
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "required";
      return SMALL[String(issue.origin)] ?? "tooSmall";
    case "too_big":
      return BIG[String(issue.origin)] ?? "tooBig";
    case "invalid_format":
      return FORMATS[String(issue.format)] ?? "invalid";
    case "invalid_value":
    case "invalid_union":
      return "choice";
    case "unrecognized_keys":
      return "unknownKey";
    default:
      return "invalid";
  }
}

/** For `safeParse(value, { error: validationKey })`: what a schema doesn't say itself becomes a key of `validation`. */
export const validationKey = (issue: Raw): string => `validation.${keyOf(issue)}`;
