/** Names the button of a form that records, in place, the organization which a field names; its value is the field. */
export const ADD = "$add";

/** The name of the field that says something of the organization to record. A form's values are without it. */
export const addedField = (field: string, part: "name" | "kind" | "country") => `${ADD}.${field}.${part}`;
