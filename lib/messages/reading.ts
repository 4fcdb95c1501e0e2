/** What somebody has read of the evidence, and who of the desk has read an item. */
export const reading = {
  en: {
    mark: { new: "New to you", changed: "Changed" },
    count: "{count}{isMore, select, true {+} other {}} new to you",
    overview:
      "{isMore, select, true {More than {count} items of evidence are new to you} other {{count, plural, one {# item of evidence is new to you} other {# items of evidence are new to you}}}}",
    showing: "Showing what is new to you",
    markAll: "Mark all as read",
    markView: "Mark these as read",
    marking: "Saving…",
    markUnread: "Mark as unread",
    changedTitle: "Changed since you read it",
    seeChanges: "See what changed",
    readBy: "Read by {names}",
    readEarlier: "Read in an earlier version by {names}",
    readByNobody: "No one else on the desk has read it yet",
    filterValue: "New to you",
  },
  nl: {
    mark: { new: "Nieuw voor jou", changed: "Gewijzigd" },
    count: "{count}{isMore, select, true {+} other {}} nieuw voor jou",
    overview:
      "{isMore, select, true {Meer dan {count} bewijsstukken zijn nieuw voor jou} other {{count, plural, one {# bewijsstuk is nieuw voor jou} other {# bewijsstukken zijn nieuw voor jou}}}}",
    showing: "Alleen wat nieuw voor jou is",
    markAll: "Markeer alles als gelezen",
    markView: "Markeer deze als gelezen",
    marking: "Opslaan…",
    markUnread: "Markeer als ongelezen",
    changedTitle: "Gewijzigd sinds je het las",
    seeChanges: "Bekijk wat er veranderd is",
    readBy: "Gelezen door {names}",
    readEarlier: "In een eerdere versie gelezen door {names}",
    readByNobody: "Nog niemand anders van de redactie heeft het gelezen",
    filterValue: "Nieuw voor jou",
  },
};
