import { addDraft, areDifferent, type Draft, draftsOf, keptValues, parseDrafts } from "@/lib/workflow/draft";
import { formValues } from "@/lib/workflow/form-values";
import type { FormValues } from "@/lib/workflow/outcome";

/** Less than the two seconds after which nothing that was typed may be lost. */
const PAUSE = 1000;

/** The picked records of a form, by slug. */
const titlesIn = (form: HTMLFormElement) =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>("input[data-title]")].map(({ value, dataset }) => [
      value,
      dataset.title ?? value,
    ]),
  );

/** Keeps what is typed into one form in this browser, until it is saved. */
export class DraftKeeper {
  #began = Date.now();
  #form: HTMLFormElement | null = null;
  #first: FormValues = {};
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isLeft = false;

  /** @param tell when what is typed was kept last; "unkept" where it could not be (private mode, a full disk); null: nothing is */
  constructor(
    private readonly key: string,
    private readonly tell: (kept: number | "unkept" | null) => void,
  ) {}

  /** Begins to keep. @returns the drafts of other times that say something else, and how to stop */
  attach(form: HTMLFormElement): { offers: Draft[]; detach: () => void } {
    this.#form = form;
    this.#first = formValues(new FormData(form));
    const offers = this.#stored().filter(({ values }) => areDifferent(values, this.#first));
    const flush = () => this.#flush();
    for (const event of ["input", "change"]) form.addEventListener(event, this.#note);
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    const detach = () => {
      this.#flush();
      for (const event of ["input", "change"]) form.removeEventListener(event, this.#note);
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
    };
    return { offers, detach };
  }

  /** Goes on with a draft that was put back. */
  adopt({ began }: Draft): void {
    this.#began = began;
  }

  discard({ began }: Draft): void {
    this.#store(this.#stored().filter((draft) => draft.began !== began));
  }

  /** Forgets every draft of this form: it was saved. */
  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#store([]);
    if (this.#form) this.#first = formValues(new FormData(this.#form));
  }

  /** Forgets every draft of this form, which its page is about to leave: only what somebody still types is kept. */
  leave(): void {
    this.clear();
    this.#isLeft = true;
  }

  #note = ({ isTrusted }: Event) => {
    // What is proposed for the fields may come after they were saved.
    if (this.#isLeft && !isTrusted) return;
    this.#isLeft = false;
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE);
  };

  #flush() {
    if (!this.#timer || !this.#form) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    const values = keptValues(formValues(new FormData(this.#form)));
    const others = this.#stored().filter(({ began }) => began !== this.#began);
    if (!areDifferent(values, this.#first)) this.#store(others);
    else this.#store(addDraft(others, { began: this.#began, at: Date.now(), values, titles: titlesIn(this.#form) }));
  }

  #stored(): Draft[] {
    try {
      return parseDrafts(localStorage.getItem(this.key), Date.now());
    } catch {
      return [];
    }
  }

  #store(drafts: readonly Draft[]): void {
    try {
      if (drafts.length > 0) localStorage.setItem(this.key, JSON.stringify(drafts));
      else localStorage.removeItem(this.key);
      this.tell(drafts.find(({ began }) => began === this.#began)?.at ?? null);
    } catch {
      this.tell(drafts.length > 0 ? "unkept" : null);
    }
  }
}

/** Forgets all that this browser keeps for a person. */
export function forgetDrafts(person: string): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(draftsOf(person)));
    for (const key of own) localStorage.removeItem(key);
  } catch {
    // Nothing could be kept here either.
  }
}
