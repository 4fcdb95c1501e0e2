/** What is typed: how much of it fits, and what was not saved. */
export const draft = {
  en: {
    found: "You typed something here {age}, and it was not saved.",
    restore: "Put it back",
    discard: "Throw it away",
    leave: "What you typed could not be kept in this browser. Leave this page, and lose it?",
    held: "Your session had ended. Everything you typed is back in the form: save it again.",
    charactersLeft:
      "{count, plural, =0 {No more characters fit.} one {One character left.} other {# characters left.}}",
    pasteCut:
      "{limit, number} characters fit here: the last {count, plural, one {character} other {# characters}} of what you pasted did not.",
  },
  nl: {
    found: "Je typte hier {age} iets, en dat is niet opgeslagen.",
    restore: "Terugzetten",
    discard: "Weggooien",
    leave: "Wat je typte kon in deze browser niet worden bewaard. De pagina verlaten, en het kwijtraken?",
    held: "Je sessie was verlopen. Alles wat je typte staat weer in het formulier: sla het opnieuw op.",
    charactersLeft: "{count, plural, =0 {Er past niets meer bij.} one {Nog één teken.} other {Nog # tekens.}}",
    pasteCut:
      "Hier passen {limit, number} tekens: {count, plural, one {het laatste teken} other {de laatste # tekens}} van wat je plakte {count, plural, one {paste} other {pasten}} niet.",
  },
};
