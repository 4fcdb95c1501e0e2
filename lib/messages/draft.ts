/** What was typed and not saved. */
export const draft = {
  en: {
    found: "You typed something here {age}, and it was not saved.",
    restore: "Put it back",
    discard: "Throw it away",
    leave: "What you typed could not be kept in this browser. Leave this page, and lose it?",
    held: "Your session had ended. Everything you typed is back in the form: save it again.",
  },
  nl: {
    found: "U typte hier {age} iets, en dat is niet opgeslagen.",
    restore: "Terugzetten",
    discard: "Weggooien",
    leave: "Wat u typte kon in deze browser niet worden bewaard. De pagina verlaten, en het kwijtraken?",
    held: "Uw sessie was verlopen. Alles wat u typte staat weer in het formulier: sla het opnieuw op.",
  },
};
