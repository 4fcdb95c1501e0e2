// Sent to a browser as text, and run in a world of its own within a page: it sees the page's elements, and none of its scripts.

var MOST_STEPS = 40;

/** The document and every open shadow below it. */
function rootsOf() {
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  return roots;
}

function labelOf(element) {
  const said = element.innerText || element.value || element.getAttribute("aria-label") || "";
  return said.replace(/\s+/g, " ").trim().slice(0, 200);
}

function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility !== "hidden";
}

/** Whether a button stands in what asks for consent: in a few words of its own about that, not anywhere on a page that has some. */
function asksForConsent(button, topic) {
  let around = button;
  for (let depth = 0; around && depth < 8; depth += 1) {
    if (around === document.body || around === document.documentElement) break;
    const text = around.innerText ?? "";
    if (text.length > 4000) break;
    if (topic.test(`${text} ${around.id} ${around.getAttribute("class") ?? ""}`)) return true;
    const root = around.getRootNode();
    around = around.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return window !== window.top && topic.test(document.body?.innerText.slice(0, 4000) ?? "");
}

function press(element, choice) {
  const label = labelOf(element);
  element.click();
  return { choice, label };
}

/** Presses the button that answers a question for consent. */
globalThis.pressConsent = (known, words, longest) => {
  const roots = rootsOf();
  for (const [choice, selector] of known) {
    const element = roots.map((root) => root.querySelector(selector)).find((found) => found && isSeen(found));
    if (element) return press(element, choice);
  }
  const pressable = "button, [role=button], input[type=button], input[type=submit], a:not([href]), a[href^='#']";
  const buttons = roots.flatMap((root) => [...root.querySelectorAll(pressable)]);
  const topic = new RegExp(words.topic, "i");
  for (const choice of ["refused", "given"]) {
    const wanted = new RegExp(words[choice], "i");
    const fits = (button) => {
      const label = labelOf(button).replace(/[.!…✕×✓›»\s]+$/u, "");
      return label.length <= longest && wanted.test(label) && isSeen(button) && asksForConsent(button, topic);
    };
    const button = buttons.find(fits);
    if (button) return press(button, choice);
  }
  return null;
};

/** Scrolls through the page and back, so that pictures which wait to be seen are fetched. Answers how far that was. */
globalThis.scrollThrough = async (pause) => {
  const step = Math.max(400, window.innerHeight * 0.8);
  const isBelow = () => window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1;
  let steps = 0;
  for (; steps < MOST_STEPS && isBelow(); steps += 1) {
    window.scrollTo({ top: (steps + 1) * step, behavior: "instant" });
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  window.scrollTo({ top: 0, behavior: "instant" });
  return steps;
};
