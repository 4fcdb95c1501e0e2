/** What a picture was narrowed to, in a sentence. */
export const scope = {
  en: {
    sentence: "{parts}.",
    seen: { desk: "Everything that the desk has on file, drafts included", published: "Published records only" },
    everywhere: "all countries",
    countries: "{countries}",
    without: "all countries except {countries}",
    among: "{countries} except {without}",
    always: "any date",
    between: "dated {from} to {to}",
    since: "dated {from} or later",
    until: "dated {to} or earlier",
    box: "inside the part of the map from {south} to {north} and from {west} to {east} (latitude, longitude)",
  },
  nl: {
    sentence: "{parts}.",
    seen: {
      desk: "Alles wat de redactie heeft vastgelegd, ook concepten",
      published: "Alleen gepubliceerde records",
    },
    everywhere: "alle landen",
    countries: "{countries}",
    without: "alle landen behalve {countries}",
    among: "{countries}, maar niet {without}",
    always: "elke datum",
    between: "gedateerd van {from} tot en met {to}",
    since: "gedateerd op of na {from}",
    until: "gedateerd op of vóór {to}",
    box: "binnen het deel van de kaart van {south} tot {north} en van {west} tot {east} (breedte, lengte)",
  },
};
