// Fields of a form that are none of what is typed: their names begin with $, and a form's values are without them.

/** The button of a form that records, in place, the organization which a field names; its value is the field. */
export const ADD = "$add";

/** The button that takes a record on file for what a field names; its value is the field and the record's slug. */
export const USE = "$use";

export const ADDED_PARTS = ["name", "kind", "country", "distinctFrom"] as const;
export type AddedPart = (typeof ADDED_PARTS)[number];

/** The name of the field that says something of the organization to record. */
export const addedField = (field: string, part: AddedPart) => `${ADD}.${field}.${part}`;

/** Which of its page's forms it is. */
export const FORM_NAME = "$form";

/** The person whom it was drawn for. */
export const FORM_WRITER = "$writer";

/** The button that saves and hands in for review. */
export const SUBMIT = "$submit";

/** The page of this site on which the form stands, to go back to once it is saved. */
export const RETURN_TO = "$returnTo";

/** The button that asks what an address tells; its value is the field of the address. */
export const LOOK = "$look";

/** A claim that a form names of itself: a row about it, in which nothing is chosen, says nothing. */
export const OFFERED = "$offered";
