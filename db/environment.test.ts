import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment, VARIABLES } from "./environment";

const linesOf = (source: Record<string, string>): string[] => {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.lines;
    throw error;
  }
  return [];
};

describe("the environment", () => {
  it("needs nothing to be set", () => {
    expect(readEnvironment({})).toEqual({
      DATA_DIR: ".data",
      HOST: "127.0.0.1",
      PORT: 3000,
      // Of the machine, on which tests run in Nepal.
      TIME_ZONE: expect.stringMatching(/^Asia\/Ka(?:thmandu|tmandu)$/),
    });
  });

  it("takes an empty string for a variable that is not set", () => {
    const empty = Object.fromEntries(VARIABLES.map((name) => [name, ""]));
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });

  it("says all that is wrong at once, a line each", () => {
    const lines = linesOf({
      PORT: "http",
      DATABASE_URL: "mysql://desk",
      NEXTAUTH_SECRET: "short",
      NEXTAUTH_URL: "desk",
    });
    expect(lines).toEqual([
      "DATABASE_URL must start with postgres:// or postgresql://.",
      "PORT must be a number.",
      "NEXTAUTH_SECRET must have at least 32 characters.",
      "NEXTAUTH_URL must be an http:// or https:// address.",
    ]);
  });

  it("believes addresses and networks that exist, as proxies, and no other", () => {
    for (const listed of ["127.0.0.1", "10.0.0.0/8, 2001:db8::/32"])
      expect(linesOf({ TRUSTED_PROXIES: listed })).toEqual([]);
    for (const listed of ["10.0.0.0/99", "10.0.0", "proxy.example", "10.0.0.1,"]) {
      expect(linesOf({ TRUSTED_PROXIES: listed })).toEqual([
        "TRUSTED_PROXIES must be addresses or networks, as in 10.0.0.0/8.",
      ]);
    }
  });

  it("takes no mail without a server that takes it", () => {
    const mail = { CHECKPOINT_MAIL: "notary@house.example" };
    expect(linesOf(mail)).toEqual(["CHECKPOINT_MAIL needs SMTP_URL, the server that takes mail."]);
    expect(linesOf({ ...mail, SMTP_URL: "smtps://desk:secret@mail.example:465" })).toEqual([]);
    expect(linesOf({ SMTP_URL: "https://mail.example" })).toEqual([
      "SMTP_URL must be an smtp:// or smtps:// address.",
    ]);
  });

  it("takes no bucket without the key to it", () => {
    const STORAGE_URL = "s3://desk/files?endpoint=https://s3.example&region=nl";
    expect(linesOf({ STORAGE_URL })).toEqual(["STORAGE_URL needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."]);
    expect(linesOf({ STORAGE_URL, AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" })).toEqual([]);
    expect(linesOf({ STORAGE_URL: "file:///srv/evidence" })).toEqual([]);
    expect(linesOf({ STORAGE_URL: "ftp://desk" })).toEqual([expect.stringContaining("STORAGE_URL must be s3://")]);
  });

  it("takes the newsroom's time zone by its name", () => {
    for (const TIME_ZONE of ["Europe/Amsterdam", "America/St_Johns", "UTC"]) {
      expect(readEnvironment({ TIME_ZONE }).TIME_ZONE).toBe(TIME_ZONE);
    }
    for (const TIME_ZONE of ["Europe/Delft", "+01:00", "CEST summer"]) {
      expect(linesOf({ TIME_ZONE })).toEqual([
        "TIME_ZONE must be the IANA name of a time zone, as in Europe/Amsterdam.",
      ]);
    }
  });

  it("refuses a port that does not exist", () => {
    expect(linesOf({ PORT: "70000" })).toEqual(["PORT must be 1 to 65535."]);
    expect(linesOf({ PORT: "80.5" })).toEqual(["PORT must be a whole number."]);
  });

  it("never repeats a secret in its message", () => {
    expect(linesOf({ NEXTAUTH_SECRET: "hush" }).join()).not.toContain("hush");
  });

  it("lists every variable in .env.example, and no other", () => {
    const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const listed = [...example.matchAll(/^#?\s?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual([...VARIABLES].sort());
  });
});
