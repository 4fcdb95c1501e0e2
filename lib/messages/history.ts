/** The versions of a record: their fields, what differs between two of them. */
export const history = {
  en: {
    emptyFields: "Left empty: {fields}.",
    noDifference: "The content of these two versions is the same.",
    added: "Added:",
    removed: "Removed:",
    rowAdded: "Added",
    rowRemoved: "Removed",
    rowChanged: "Changed",
  },
  nl: {
    emptyFields: "Leeg gelaten: {fields}.",
    noDifference: "De inhoud van deze twee versies is dezelfde.",
    added: "Toegevoegd:",
    removed: "Verwijderd:",
    rowAdded: "Toegevoegd",
    rowRemoved: "Verwijderd",
    rowChanged: "Gewijzigd",
  },
};
