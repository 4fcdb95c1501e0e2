/** What the claims of the first dossier are about; a subject without words here is shown as it is written. */
export const claimSubject = {
  en: {
    alleged_purpose: "Alleged purpose",
    announced_by: "Who announced the stations",
    assistance_centres_count: "Number of overseas assistance centres",
    cases: "Cases that stations were involved in",
    charged_period: "Period of the charges",
    charges: "Charges",
    cities_count: "Number of cities",
    closed: "Closure of a station",
    closure_confirmed: "Confirmation of a closure",
    closure_ordered: "Order to close",
    coerced_returns: "Returns under pressure",
    community_centres_count: "Number of community and police cooperation centres",
    consent: "Whether consent was asked",
    consular_activity_without_consent: "Consular activity without consent",
    countries_investigating: "Number of countries that investigate",
    countries_not_investigating: "Countries that do not investigate",
    established: "When a station was set up",
    established_by: "Who set the stations up",
    established_since: "Since when stations exist",
    existence: "Whether there are stations at all",
    first_established: "When the first were set up",
    host_consent: "Consent of the host country",
    host_cooperation: "Cooperation by the host country",
    host_countries_latin_america: "Host countries in Latin America",
    illegal_activity: "Illegal activity",
    inquiry: "Inquiry",
    joint_patrol_agreement: "Agreement on joint patrols",
    joint_patrol_years: "Years of joint patrols",
    legal_compliance: "Keeping to the law",
    legality: "Whether stations are legal",
    location: "Location",
    locations: "Locations",
    method_critique: "Criticism of the method",
    nature: "What kind of body it is",
    operations: "Operations",
    persuaded_to_return: "People persuaded to return",
    police_jurisdictions: "Number of police jurisdictions behind the stations",
    presence: "Presence in a country",
    regions: "Regions with stations",
    requests_handled: "Requests handled",
    response_to_press: "Answer to the press",
    retraction: "Retraction",
    service_centres_count: "Number of service centres",
    share_in_europe: "Share in Europe",
    staffing: "Staffing",
    stated_purpose: "Stated purpose",
    station_count: "Number of stations",
    station_count_additional: "Number of further stations",
    station_count_fuzhou: "Number of stations of the Fuzhou police",
    station_count_nantong: "Number of stations of the Nantong police",
    station_count_qingtian: "Number of stations of the Qingtian police",
    stations_closed: "Stations said to be closed",
    status: "Status",
    strike_team: "Teams sent abroad",
    test_ground: "Use as a test ground",
  },
  nl: {
    alleged_purpose: "Vermeend doel",
    announced_by: "Wie de locaties aankondigde",
    assistance_centres_count: "Aantal hulpcentra overzee",
    cases: "Zaken waarbij locaties betrokken waren",
    charged_period: "Periode van de aanklacht",
    charges: "Aanklachten",
    cities_count: "Aantal steden",
    closed: "Sluiting van een locatie",
    closure_confirmed: "Bevestiging van een sluiting",
    closure_ordered: "Bevel tot sluiting",
    coerced_returns: "Terugkeer onder druk",
    community_centres_count: "Aantal centra voor samenwerking met politie en gemeenschap",
    consent: "Of toestemming gevraagd is",
    consular_activity_without_consent: "Consulaire activiteit zonder toestemming",
    countries_investigating: "Aantal landen dat onderzoek doet",
    countries_not_investigating: "Landen die geen onderzoek doen",
    established: "Wanneer een locatie is opgezet",
    established_by: "Wie de locaties opzette",
    established_since: "Sinds wanneer er locaties zijn",
    existence: "Of er wel locaties zijn",
    first_established: "Wanneer de eerste zijn opgezet",
    host_consent: "Toestemming van het gastland",
    host_cooperation: "Medewerking van het gastland",
    host_countries_latin_america: "Gastlanden in Latijns-Amerika",
    illegal_activity: "Illegale activiteit",
    inquiry: "Onderzoek",
    joint_patrol_agreement: "Overeenkomst over gezamenlijke patrouilles",
    joint_patrol_years: "Jaren van gezamenlijke patrouilles",
    legal_compliance: "Naleving van de wet",
    legality: "Of locaties legaal zijn",
    location: "Plaats",
    locations: "Plaatsen",
    method_critique: "Kritiek op de methode",
    nature: "Wat voor instelling het is",
    operations: "Operaties",
    persuaded_to_return: "Mensen overgehaald tot terugkeer",
    police_jurisdictions: "Aantal politieregio’s achter de locaties",
    presence: "Aanwezigheid in een land",
    regions: "Regio’s met locaties",
    requests_handled: "Behandelde verzoeken",
    response_to_press: "Antwoord aan de pers",
    retraction: "Terugname",
    service_centres_count: "Aantal dienstencentra",
    share_in_europe: "Aandeel in Europa",
    staffing: "Bemensing",
    stated_purpose: "Opgegeven doel",
    station_count: "Aantal locaties",
    station_count_additional: "Aantal verdere locaties",
    station_count_fuzhou: "Aantal locaties van de politie van Fuzhou",
    station_count_nantong: "Aantal locaties van de politie van Nantong",
    station_count_qingtian: "Aantal locaties van de politie van Qingtian",
    stations_closed: "Locaties die gesloten zouden zijn",
    status: "Status",
    strike_team: "Teams die zijn uitgezonden",
    test_ground: "Gebruik als proeftuin",
  },
};

export const KNOWN_SUBJECTS = Object.keys(claimSubject.en);

const SUBJECT_CODE = /^[a-z][a-z0-9_]{1,60}$/;
let byWords: ReadonlyMap<string, string> | null = null;

/** A subject as people write it, in words of either language or new ones, as its code; null for what makes none. */
export function readSubject(typed: string): string | null {
  const words = typed.trim().toLowerCase();
  byWords ??= new Map(
    Object.values(claimSubject).flatMap((subjects) =>
      Object.entries(subjects).map(([code, text]) => [text.toLowerCase(), code] as const),
    ),
  );
  if (KNOWN_SUBJECTS.includes(words)) return words;
  const code =
    byWords.get(words) ??
    words
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_|_$/g, "");
  return SUBJECT_CODE.test(code) ? code : null;
}

/** "station_count_milan" → "Station count milan": a subject that the catalogue has no words for. */
export const humaniseSubject = (subject: string) => {
  const words = subject.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
