declare const brand: unique symbol;

export const ROLES = ["reporter", "editor", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: "en" | "nl";
};

/**
 * A person who was recognised in this request. The brand can't be written by hand: only the session, the dossier
 * loader and the test makers create one, so an access function can't be called for nobody.
 */
export type Actor = Person & { readonly [brand]: true };
