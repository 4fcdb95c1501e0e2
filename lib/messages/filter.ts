export const filter = {
  en: {
    clause: {
      any: "{field}: {values}",
      without: "{field}: not {values}",
      is: "{field}: {values}",
    },
    corners: "{south} to {north}, {west} to {east} (latitude, longitude)",
    aboutBox: "About a station in the part of the map",
    problem: {
      unknownKey: "There is no filter “{key}”.",
      unknownValue: "“{value}” is not a value of {key}.",
      tooMany: "Too many values for {key}.",
      tooLong: "The text for {key} is too long.",
      repeated: "{key} takes one value; “{value}” was left out.",
      notADay: "“{value}” is not a day; write it as 2022-10-26.",
      notANumber: "“{value}” is not a number that {key} takes.",
      wrongCursor: "This page of the list is not there any more; the list begins at the start.",
      wrongBox: "“{value}” is not a section of the map; write west,south,east,north in degrees.",
    },
  },
  nl: {
    clause: {
      any: "{field}: {values}",
      without: "{field}: niet {values}",
      is: "{field}: {values}",
    },
    corners: "{south} tot {north}, {west} tot {east} (breedte, lengte)",
    aboutBox: "Over een locatie in het deel van de kaart",
    problem: {
      unknownKey: "Er is geen filter “{key}”.",
      unknownValue: "“{value}” is geen waarde van {key}.",
      tooMany: "Te veel waarden voor {key}.",
      tooLong: "De tekst voor {key} is te lang.",
      repeated: "{key} neemt één waarde; “{value}” is weggelaten.",
      notADay: "“{value}” is geen dag; schrijf die als 2022-10-26.",
      notANumber: "“{value}” is geen getal dat {key} aanneemt.",
      wrongCursor: "Deze pagina van de lijst is er niet meer; de lijst begint vooraan.",
      wrongBox: "“{value}” is geen deel van de kaart; schrijf west,zuid,oost,noord in graden.",
    },
  },
};
