import type { ConsentChoice } from "@/lib/records/capture";

/** The buttons of programs that many sites ask by, refusing first. */
const KNOWN: readonly (readonly [ConsentChoice, string])[] = [
  ["refused", "#onetrust-reject-all-handler"],
  ["refused", "#CybotCookiebotDialogBodyButtonDecline"],
  ["refused", "#didomi-notice-disagree-button, .didomi-continue-without-agreeing"],
  ["refused", "[data-testid='uc-deny-all-button']"],
  ["refused", ".qc-cmp2-summary-buttons button[mode='secondary']"],
  [
    "refused",
    "#truste-consent-required, .cky-btn-reject, .cmplz-deny, .iubenda-cs-reject-btn, #tarteaucitronAllDenied2",
  ],
  ["given", "#onetrust-accept-btn-handler, #CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll"],
  ["given", "#didomi-notice-agree-button, [data-testid='uc-accept-all-button'], #truste-consent-button"],
];
const REFUSING =
  /^(?:(?:no,? )?(?:reject|decline|refuse|deny|disagree)(?: (?:all|cookies|all cookies|optional cookies|additional cookies|and close|non-essential(?: cookies)?))?|(?:use |allow |accept )?(?:only )?(?:strictly )?(?:necessary|essential)(?: cookies)?(?: only)?|continue without (?:accepting|agreeing|consent)|no,? thanks|(?:alles|alle cookies|cookies|allemaal)? ?(?:weigeren|afwijzen)|weiger(?: alles| alle cookies| cookies)?|(?:alleen|enkel) (?:noodzakelijke|functionele|essentiële)(?: cookies)?(?: accepteren| toestaan)?|(?:alle(?:s)? |cookies )?ablehnen|nur (?:notwendige|erforderliche|essenzielle)(?: cookies)?(?: akzeptieren| zulassen)?|(?:tout |tous )?refuser(?: tout| et fermer)?|continuer sans accepter|rechazar(?: todo| todas)?|rifiuta(?: tutto| tutti)?|rejeitar(?: tudo)?|全部拒绝|拒绝)$/i;
const GIVING =
  /^(?:(?:yes,? )?(?:i )?(?:accept|agree|allow|consent)(?: (?:all|cookies|all cookies|and (?:close|continue)|to all))?|ok(?:ay)?|got it|i understand|understood|(?:alles |alle cookies |cookies |ja,? )?(?:accepteren|toestaan|akkoord)|(?:ja,? )?ik ga akkoord|accepteer(?: alles| alle cookies| cookies)?|begrepen|(?:alle(?:s)? |cookies )?(?:akzeptieren|annehmen|zustimmen)|einverstanden|(?:tout )?accepter(?: tout| et fermer)?|j'accepte|aceptar(?: todo| todas)?|accetta(?: tutto| tutti)?|aceitar(?: tudo)?|全部接受|接受|同意)$/i;
const TOPIC = /cookie|consent|privacy|tracking|gdpr|datenschutz|toestemming|einwillig|confidentialité|隐私/i;

/** The longest words of a button; what is longer is a text. */
const LONGEST_LABEL = 60;

/** The expression that answers a frame's question for consent, if there is one, once `in-page.js` is there: refusing where that is offered. */
export const PRESS_CONSENT = `pressConsent(${JSON.stringify(KNOWN)}, ${JSON.stringify({
  refused: REFUSING.source,
  given: GIVING.source,
  topic: TOPIC.source,
})}, ${LONGEST_LABEL})`;
