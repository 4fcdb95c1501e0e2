import { expect, test } from "vitest";
import { ROLES } from "./actor";
import { GRANTS, may, type Permission } from "./policy";
import { Refusal } from "./refusal";
import { requirePermission } from "./require-permission";

const permissions = Object.keys(GRANTS) as Permission[];

test.each(permissions)("whoever may not %s gets a sentence that explains it", (permission) => {
  for (const role of ROLES) {
    const attempt = () => requirePermission({ role }, permission);
    if (may({ role }, permission)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(Refusal);
  }
});

test("a refusal reads as English", () => {
  expect(() => requirePermission({ role: "manager" }, "record a response")).toThrow(
    "A manager may not record an official answer.",
  );
  expect(() => requirePermission({ role: "editor" }, "change accounts")).toThrow(
    "An editor may not change accounts.",
  );
});

test("a manager writes nothing and reads no draft", () => {
  const granted = permissions.filter((permission) => may({ role: "manager" }, permission));
  expect(granted).toEqual(["read published records", "read the workload"]);
});

test("an admin may do whatever an editor may", () => {
  for (const permission of permissions) {
    if (may({ role: "editor" }, permission)) expect(may({ role: "admin" }, permission)).toBe(true);
  }
});

test("a reporter neither approves nor publishes", () => {
  expect(may({ role: "reporter" }, "approve a record")).toBe(false);
  expect(may({ role: "reporter" }, "publish a record")).toBe(false);
});
