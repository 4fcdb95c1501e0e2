/** The steps of the workflow as buttons; the keys are STEPS. */
export const workflow = {
  en: {
    title: "Next step",
    submit: "Submit for review",
    approve: "Approve",
    publish: "Publish",
    pending: "One moment…",
    reason: "Note for the history",
    ownWork: "You wrote part of this: another editor has to approve it.",
    waitsForApproval: "This waits for an editor who did not write it.",
    done: "Done.",
  },
  nl: {
    title: "Volgende stap",
    submit: "Indienen ter beoordeling",
    approve: "Goedkeuren",
    publish: "Publiceren",
    pending: "Een ogenblik…",
    reason: "Notitie voor de geschiedenis",
    ownWork: "U schreef hieraan mee: een andere redacteur moet het goedkeuren.",
    waitsForApproval: "Dit wacht op een redacteur die er niet aan schreef.",
    done: "Gedaan.",
  },
};
